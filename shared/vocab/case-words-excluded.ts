/**
 * Words of the BIP-39 French list that no situation should carry, after reading all 2,048 of them. A code is said aloud in
 * a meeting, perhaps in front of the person it stands for, so a word goes if it
 * - names violence, crime, police, prison, fire, fear, death, illness, the body, sex, drugs, drink, money or debt;
 * - names a relative, an age, an origin, a trade or a character, or serves as an insult or a pet name;
 * - names a dwelling, a place or a way of leaving one, or is a first name or a common family name in Québec;
 * - can be heard as a remark on the situation (“risque”, “inutile”, but “espoir” and “bonheur” too).
 * In doubt a word goes: what is left is ample. Taking a word out later leaves the codes already made valid.
 */
export const excludedCaseWords: readonly string[] = `
  abaisser abandon abdiquer abolir aboyer abriter abroger abrupt absence absurde abusif acarien accabler
  accepter accolade accroche accuser acerbe achat acheter acompte acquérir acteur actif adepte admettre
  admirer adopter adorer adresse adroit adulte affaire affecter affreux affubler agacer agile agiter
  agréable aider aiguille aimable aisance alarmer alerte aliéner allumer alourdir altesse amateur ambigu
  ambre amertume amour amusant anarchie anatomie ancien anéantir angoisse anguleux animal annonce anodin
  anomalie anonyme anormal antidote anxieux apaiser apéritif apologie ardeur argent armement armure
  arracher arsenic artériel assaut asservir asticot atroce attaque attentif attirer attraper aubaine
  auberge audace aurore avaler avarice avenir aveugle avide avion avouer
  bafouer bagage balancer baleine bambin bancaire bandage banlieue banquier barbier baron barque bassin
  bataille bateau bénéfice berceau berger berline bétail biberon bijou bilingue binaire biopsie bistouri
  bizarre blafard blague blanchir blessant blinder blond bloquer bobard boire bonbon bonheur boueux bourse
  boxeur brasier brave brebis brèche brigade brillant bronzer broyeur brusque brutal bruyant bustier
  cabanon cabine cachette cadeau calibre calmer calomnie calvaire camarade caméra camion canon canular
  capable caporal caprice carabine caresser carnage casier cassure caution ceinture céleste cellule
  cendrier censurer cérébral cerner cerveau cesser chagrin chaleur chambre chance charbon chasseur
  chavirer chéquier cheval chien chignon chiot chocolat choisir chose chute cigare cigogne cirque citoyen
  civil claquer client cligner clivage cloche clonage cloporte cocasse cogner coiffer coincer colère
  colonel combat comédie conduire confier contact copain corbeau correct coude coupure courage couteau
  couvrir coyote crainte créature créditer cribler crier cristal croire crotale crucial cruel cupide
  curatif cyanure cynique
  daigner danger danseur débattre débiter déborder débrider débutant déchirer décider déclarer dédale
  déesse défensif défrayer dégager déglutir dégrafer délice déloger demeurer démolir dénouer dentelle
  dénuder départ dépenser déphaser déplacer déposer déranger dérober désastre descente désigner désobéir
  détacher détester détresse devenir devoir diable digérer digne directif diriger divertir docile docteur
  dogme doigt domicile dompter donateur donjon donner dopamine dortoir dossier dotation douanier douceur
  douter doyen dresser droiture duperie durcir
  école écraser écrivain écrou éduquer effacer effort effrayer effusion égarer éjecter élargir élégant
  éléphant élève éligible élitisme élucider éluder emballer embellir embryon emmener émotion émouvoir
  employer emporter emprise enchère enclave endiguer endosser enfance enfermer enfouir engager engin
  énigme enlever ennemi ennuyeux enrichir entasser entendre entraver envahir enviable envoyer épargne
  épatant épaule épidémie épier épine épisode épitaphe épreuve éprouver épuisant ériger erreur éruption
  espèce espiègle espoir esprit esquiver estime estomac éteindre éternel éthanol ethnie étonnant étourdir
  étrange étroit euphorie évasion évidence éviter exagérer exaucer excitant exclusif excuse exécuter
  exhaler exhorter exigence exiler exister exotique expédier exposer exquis exulter
  fable fabuleux facile facture faiblir falaise fameux famille farceur farfelu farouche fasciner fatal
  fatigue fautif faveur fébrile féconder femme fémur fendoir féodal fermer féroce ferveur fiasco ficeler
  fictif fidèle figure filature filière filleul filmer filou financer finir fiole fissure fixer flamme
  flasque flatteur fléau flore folie fontaine forcer fortune foudre fouiller foulure fragile frapper
  frayeur frémir frénésie frère friction frisson frivole froid frotter fugitif fuite fureur furieux furtif
  gagner gardien gazelle géant gélule gendarme génie genou gentil gibier gicler glaive glorieux golfeur
  gonfler gorge gorille goudron gouffre gourmand graffiti grand grappin gratuit griffure griller grogner
  gronder gruger grutier guerrier guide gymnaste
  habitude hachoir hangar hématome herbe hésiter heureux hilarant histoire honneur honorer honteux horde
  hormone horrible houleux huileux humain humble humide hurler hygiène hypnose
  idylle ignorer illicite illusion image immobile impact implorer imposer imputer incendie incident indice
  ineptie inexact infliger informer ingérer inhaler inhiber injecter injure innocent inoculer inonder
  insolite instinct insulter intact intime intrigue inutile invasion inventer inviter invoquer ironique
  irradier irréel irriter isoler ivresse
  jambe jaune javelot jetable jeunesse joueur jouissif jovial joyeux jubiler jugement junior jupon juriste
  justice juteux juvénile
  labial lacérer laisser lambeau larme laurier légal léger légume liasse libérer libre liège ligature
  ligoter limite lithium litige livreur louer lourd louve loyal lubie lucide lucratif lugubre luron lutter
  luxueux
  maigre mairie maison maléfice malheur malice mammouth mandater maniable manquant manuel marchand marron
  marteler matraque maudire maussade méchant méconnu médecin meilleur mélodie membre mémoire menacer mener
  mensonge mentor mérite messager métier miauler microbe mignon migrer milieu million mimique mince
  miracle missile moniteur monnaie monotone monstre moqueur morsure mortier motif mouche mouton mouvant
  munition muraille muscle musicien muter mystère
  nageur narquois nation naufrage nébuleux néfaste négation négliger négocier nerveux nettoyer neurone
  neveu nocif nocturne noirceur nomade notoire nourrir novice nuire nuisible numéro nuptial nuque
  obéir obliger obscur observer obstacle occuper odeur odorant offenser officier offrir olivier omettre
  onéreux opérer opprimer orageux ordonner oreille organe orgueil orifice ouragan outrager
  paisible palace palper paniquer pantalon papier paresse parler parole parrain partager passion paternel
  patience patron pavillon payer peluche pénétrer pénible pensif pénurie perforer période perplexe perte
  peser petit pétrir peuple phobie phoque physique pierre pieuvre pipette piquer placard plaisir planer
  pleurer plexus plomb pointe poirier policier pommade pompier position posséder posture pouce poulain
  poumon poussin pouvoir précieux prénom prétexte primitif prince prison priver problème profond progrès
  proie propre protéger prudence psychose public punaise punitif purifier
  querelle question quiétude quitter
  raconter raideur ramasser rasage ravager ravin réanimer réclamer recruter reculer redouter réformer
  refuge région régulier rejeter remède renfort renifler renoncer rentrer renvoi requin réserve respect
  rester rétablir retenir retomber retracer réunion réussir revanche revivre révolte révulsif richesse
  rieur rigide rigoler riposter risible risque rituel rival romance rompre rotule ruelle ruiner ruser
  saboter sabre sagesse saisir salive salon sanction sarcasme saugrenu sauter sauvage scalpel scandale
  scélérat secouer sécréter sédatif séduire seigneur séjour semence séminal sénateur sensible sentence
  séparer serein sergent sérieux serrure sérum service sévir sevrage sextuple siffler signal silence
  sincère sinistre social soigneux soldat solitude sombre sommeil somnoler sonde songeur sorcier sortir
  sosie sottise soucieux souffle soutirer souvenir spécial stable sternum strict studieux stupeur styliste
  subvenir succès sucre suiveur superbe supplier surmener surprise survie suspect
  tabac tactile talonner taquiner tarder tarif tatouage taupe taxer témoin tenaille tendre tenir tension
  terminer terne terrible tétine thérapie thorax tibia timide tirelire tituber tolérant tordre tornade
  torpille torse totem toucher tournage tousser toxine trafic tragique trahir train trancher travail
  trésor triage tribunal triturer trivial tronc troupeau tuile tumulte tunnel tuteur tympan typhon tyran
  ubuesque ultrason union unique urticant usine usure utile
  vacarme vaccin vagabond vaillant vaincre valable valise vampire vaseux vassal vedette véhicule veinard
  vénérer venger venimeux ventouse verrou verser vertu vétéran vétuste vexant vexer viande victoire
  vidange vidéo vilain village violon vipère virement virus visage viseur vision visqueux vital vitrine
  voile voisin voiture volaille vorace vouloir voyage
`
  .trim()
  .split(/\s+/)
