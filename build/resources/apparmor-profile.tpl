abi <abi/4.0>,
include <tunables/global>

# The program behind the launcher: Chromium's sandbox needs the user namespaces that Ubuntu grants by name only.
profile "${executable}" "/opt/${sanitizedProductName}/${executable}.bin" flags=(unconfined) {
  userns,

  # Site-specific additions and overrides. See local/README for details.
  include if exists <local/${executable}>
}
