import type { Random } from './random.ts'

/*
 * Sentences of nobody's: what a summary sounds like, without a person, a place or a date behind it. The lists go from
 * the usual to the rare, and are drawn that way, so that the search index has the shape of a real one.
 */

const places = words(
  'un hôtel|un appartement|un restaurant|une ferme|une maison privée|un salon de massage|un entrepôt|un chantier|une serre|un bar|une usine|un motel|une boulangerie|un atelier de couture|un dépanneur|une buanderie|une poissonnerie|un abattoir|une pépinière|une érablière|un garage|une scierie|un vignoble|une conserverie|un casse-croûte|une cordonnerie|un traversier|une tourbière|une pisciculture|un verger|une fromagerie|une marina|un aréna|une imprimerie|un cirque|une horlogerie',
)
const pressures = words(
  'des menaces|une dette|la confiscation des papiers|des violences|un isolement complet|la peur de la police|des promesses de mariage|le chantage|une surveillance constante|la privation de sommeil|des retenues de salaire|un faux contrat|la consommation imposée|des images intimes|la séparation des enfants|une caution exigée|des amendes inventées|un passeport gardé|un rituel|une tutelle de fait',
)
const feelings = words(
  'de la détresse|une grande fatigue|de la méfiance|de la colère|de la honte|un sommeil troublé|de l’espoir|un soulagement|des maux de tête|une anxiété vive|de la culpabilité|un mutisme|de la dissociation|des cauchemars|une perte d’appétit|un vertige fréquent|une phobie des ascenseurs|une aphasie passagère',
)
const needs = words(
  'un hébergement sécuritaire|un soutien psychosocial|un avis juridique|des soins médicaux|un statut stable|une aide financière|un interprète|un emploi digne|des cours de francisation|une garde d’enfants|des vêtements d’hiver|un dépistage|un suivi en dépendance|un logement durable|une indemnisation|un examen dentaire|des lunettes|un accompagnement judiciaire|un permis de séjour|une carte d’assurance maladie|une orthèse|une prothèse auditive|un cours de natation|une poussette|un accordeur pour sa guitare',
)
const contacts = words(
  'son intervenante|une amie de confiance|sa travailleuse sociale|l’infirmière du CLSC|une cousine|son avocate|la maison d’hébergement|sa sœur aînée|un collègue|l’école|la paroisse|une voisine|sa marraine|le centre communautaire|une bibliothécaire|son entraîneur|l’organiste',
)
const signals = words(
  'un mot convenu|un appel manqué|un texto vide|un émoji choisi ensemble|une chanson|un dessin|la lumière du balcon|un code de trois chiffres|un foulard|une carte postale|un origami',
)
const wishes = words(
  'rester près de ses enfants|ne pas porter plainte maintenant|reprendre ses études|retourner dans son pays|être accompagnée par une femme|changer de ville|garder son emploi|parler dans sa langue|récupérer ses effets personnels|revoir sa mère|ne plus être appelée le soir|obtenir des excuses|témoigner à distance|apprendre à conduire|cuisiner de nouveau|retrouver son œuvre|adopter un chat|chanter dans une chorale|ouvrir un kiosque|tenir une ruche',
)
const durations = words(
  'depuis quelques semaines|depuis plusieurs mois|depuis plus d’un an|depuis l’hiver|de façon répétée|par périodes|depuis son arrivée|depuis une rupture|depuis un deuil|depuis un incendie|depuis un naufrage',
)
const recruiters = words(
  'un conjoint|un employeur|une connaissance|une agence|un proche de la famille|une personne rencontrée en ligne|un propriétaire|un passeur|une ancienne collègue|un voisin|un faux photographe|un entraîneur|une astrologue|un imprésario',
)
const organisations = words(
  'Maison fictive du Rivage|Centre fictif des Tilleuls|Clinique fictive de la Berge|Service fictif d’aide juridique|Auberge fictive du Cœur|Ligne fictive d’entraide|Atelier fictif des Métiers|Refuge fictif du Nord|Carrefour fictif des Langues|Bureau fictif du Logement',
)

/** What a person might have typed in each field; each call draws another sentence, now and then none. */
export function fictionalText(random: Random) {
  const of = random.often
  const oneOf = (...sentences: readonly [string, ...string[]]): string =>
    random.below(5) === 0 ? '' : of(sentences)
  return {
    wishes: () =>
      oneOf(
        `Souhaite ${of(wishes)} et ${of(wishes)}.`,
        `Veut surtout ${of(wishes)} ; demande du temps avant toute décision.`,
        `N’a pas encore dit ce qu’elle préfère, sinon ${of(wishes)}.`,
      ),
    safeContacts: () =>
      oneOf(
        `Joindre ${of(contacts)} de jour seulement.`,
        `Passer par ${of(contacts)} ; répondre à ${of(signals)}.`,
        `Ne jamais laisser de message ; attendre ${of(signals)}.`,
      ),
    context: () =>
      oneOf(
        `Recrutement par ${of(recruiters)}, puis travail dans ${of(places)} et ${of(places)}, ${of(durations)}.`,
        `Arrivée avec ${of(recruiters)}, la personne vit dans ${of(places)} ${of(durations)}.`,
        `Signalement reçu ${of(durations)} au sujet d’une situation observée dans ${of(places)}.`,
      ),
    situation: () =>
      oneOf(
        `Le contrôle passe par ${of(pressures)} et ${of(pressures)}. Elle exprime ${of(feelings)}.`,
        `Rapporte ${of(pressures)} ${of(durations)}, avec ${of(feelings)} et ${of(feelings)}.`,
        `Aucune violence dite ; on remarque ${of(feelings)} et, peut-être, ${of(pressures)}.`,
      ),
    needs: () =>
      oneOf(
        `Besoins : ${of(needs)}, ${of(needs)} et ${of(needs)}.`,
        `En priorité ${of(needs)}, ensuite ${of(needs)}.`,
        `Demande ${of(needs)} ; refuse pour le moment ${of(needs)}.`,
      ),
    safetyPlan: () =>
      oneOf(
        `Quitter les lieux par l’arrière, prévenir ${of(contacts)}, garder ${of(signals)} comme alerte.`,
        `Sac prêt chez ${of(contacts)} ; téléphone effacé chaque soir.`,
        `Plan à revoir avec ${of(contacts)} après la prochaine rencontre.`,
      ),
    question: () =>
      oneOf(
        `Comment offrir ${of(needs)} malgré ${of(pressures)} ?`,
        `Qui peut proposer ${of(needs)} sans délai, et avec quel consentement ?`,
        `Le comité voit-il un risque à ${of(wishes)} ?`,
      ),
    organisation: () => of(organisations),
    note: () =>
      oneOf(
        `Première rencontre demandée avec ${of(contacts)} pour ${of(needs)}.`,
        `Place espérée bientôt ; rappeler ${of(contacts)}.`,
      ),
  }
}

function words(list: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = list.split('|')
  return [first, ...rest]
}
