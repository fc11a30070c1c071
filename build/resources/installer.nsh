; Windows keeps a report of a crashed program, with parts of its memory, unless the program is on this list of the person's own.
; It is what WerAddExcludedApplication writes.
!define RELAIS_NO_REPORTS "Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications"

!macro customInstall
  WriteRegDWORD HKCU "${RELAIS_NO_REPORTS}" "${APP_EXECUTABLE_FILENAME}" 1
!macroend

!macro customUnInstall
  DeleteRegValue HKCU "${RELAIS_NO_REPORTS}" "${APP_EXECUTABLE_FILENAME}"
!macroend
