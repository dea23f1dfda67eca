/**
 * Every message of this package in French, under the names of `messages.en.ts`. In a text, `{0:path}` is where the first fact goes, a path: the
 * number says which fact it is, the word is for the translator.
 */

// Servers that are followed.
export const notAuthorised =
  "Le serveur n’admet pas cette requête (HTTP {0:status}). Vérifiez le jeton et ses droits.";
export const httpStatus = "Le serveur a répondu par HTTP {0:status}.";
export const unreachable = "Le serveur n’a pas pu être lu : {0:why}.";
export const noAnswer = "pas de réponse";
export const connectionRefused = "rien ne répond à cette adresse";
export const hostUnknown = "l’hôte est inconnu";
export const connectionLost = "la connexion a été fermée";
export const answerLate = "pas de réponse dans le délai";
export const certificateInvalid = "le certificat n’est pas reconnu";
export const answerTooLong = "La réponse dépasse {0:limit} octets.";
export const pageForPeople =
  "Le serveur a répondu par une page web et non par des données. Vérifiez l’adresse et le jeton.";
export const endlessPages = "Les pages tournent en rond, ou sont plus de {0:limit}.";
export const notAPage = "Ce n’est pas une page d’une liste.";
export const pageElsewhere = "La page suivante est sur un autre serveur, auquel rien n’est envoyé.";
export const listChanging = "La liste a changé à chacune de ses {0:times} lectures ; réessayez plus tard.";

// Mapping documents and forms.
export const unknownIndicator = "{0:path} : le cadre n’a pas d’indicateur {1:indicator}.";
export const unknownAxis = "{0:path} : le cadre n’a pas d’axe « {1:axis} ».";
export const unknownCategory = "{0:path} : l’axe « {1:axis} » n’a pas de catégorie « {2:category} ».";
export const expectedValueColumn = "une colonne de valeurs : value, ou numerator";
export const expectedValueOrRatio = "value, ou numerator et denominator";
export const unknownPeriod = "{0:path} : le cadre n’a pas de période {1:period}.";
export const documentTooLarge = "Le document a {0:found} {1:what} ; {2:limit} au plus sont lus.";
export const charactersInText = "caractères dans un texte";
export const charactersInName = "caractères dans un nom";
export const levels = "niveaux";
export const values = "valeurs";
export const unknownQuestion = "{0:path} : le formulaire n’a pas de question {1:question}.";
export const questionKind = "{0:path} : la réponse à {1:question} est de type « {2:kind} ».";
export const questionElsewhere =
  "{0:path} : {1:question} est demandé pour chaque {2:repeat}, dont une ligne a plusieurs.";
export const unknownChoice = "{0:path} : {1:question} n’a pas de choix « {2:choice} ».";
export const unknownRepeat = "{0:path} : le formulaire n’a pas de groupe répété {1:repeat}.";
export const valueOfMeasure = "{0:path} : l’indicateur {1:indicator} est de mesure « {2:measure} ».";
export const notAnAgeBand = "{0:path} : « {1:band} » n’est pas une tranche d’âge.";

// Kobo mappings in sentences.
export const quoted = "« {0:text} »";
export const or = " ou ";
export const and = " et ";
export const indicatorCounts = "L’indicateur {0:indicator} {1:does} {2:rows}{3:filter}{4:by}.";
export const counts = "compte";
export const addsOver = "additionne {0:question} sur";
export const shareWith = "est la part avec {0:conditions} parmi";
export const submissions = "les soumissions";
export const entriesOf = "les entrées de {0:repeat}";
export const where = " où {0:conditions}";
export const by = ", par {0:axes}";
export const rowPeriod = "Une ligne appartient à la période de {0:question}.";
export const rowPlace = "Elle a été observée à {0:question}.";
export const everySubmission = "Toute soumission compte, revue ou non.";
export const reviewedSubmissions = "Les soumissions marquées comme non approuvées sont laissées de côté.";
export const approvedSubmissions = "Seules les soumissions approuvées comptent.";

// What became of submissions and of values.
export const koboNoDate = "Indicateur {0:indicator} : lignes laissées de côté, faute de date : {1:rows}.";
export const koboNoPeriod =
  "Indicateur {0:indicator} : lignes laissées de côté, hors de toute période du cadre : {1:rows}.";
export const koboNoNumber =
  "Indicateur {0:indicator} : lignes laissées de côté, faute de nombre à additionner : {1:rows}.";
export const koboNotApproved =
  "Indicateur {0:indicator} : lignes laissées de côté, leurs soumissions n’étant pas approuvées : {1:rows}.";
export const koboNoAnswer =
  "Indicateur {0:indicator} : lignes laissées de côté, sans réponse à la question dont la part est calculée : {1:rows}.";
export const koboUnanswered =
  "Indicateur {0:indicator} : aucune soumission ne répond à « {1:question} ». Un export a d’autres en-têtes si ses libellés ne sont pas ceux du formulaire.";
export const notANumber = "{0:what} : « {1:text} » doit être un nombre.";

// Kobo forms and submissions.
export const formTooDeep = "La ligne {0:row} du questionnaire se trouve dans plus de {1:limit} groupes.";
export const groupNotBegun = "La ligne {0:row} du questionnaire termine un groupe qui n’a pas commencé.";
export const groupNotEnded = "Le groupe « {0:name} » n’est jamais terminé.";
export const koboPage =
  "Ceci est une page de {0:count} soumissions{1:of}{2:next} ; un résultat calculé sur elle serait incomplet. Lisez toutes les pages, ou le serveur lui-même.";
export const koboPageOf = " sur {0:all}";
export const koboNextPage = ", et il existe une page suivante";
export const koboRepeated =
  "{0:count} soumissions sont données deux fois, d’après leur _id ; chacune compte une fois, dans son dernier état.";
export const notSubmissions = "Ce doit être une liste de soumissions.";
export const notASubmission = "La soumission {0:row} doit être un objet de réponses.";
export const noSheetOfSubmissions = "Aucune feuille n’a une ligne par soumission.";
export const rowOfNoSubmission =
  "La ligne {0:row} de la feuille « {1:sheet} » n’appartient à aucune soumission.";

// DHIS2.
export const theValue = "la valeur";
export const theNumerator = "le numérateur";
export const theDenominator = "le dénominateur";
export const theTotal = "le total";
export const notARatio = "{0:path} : l’indicateur {1:indicator} n’est pas un ratio ; il n’a pas de {2:part}.";
export const elementGives =
  "L’élément de données {0:id} donne {1:part} de l’indicateur {2:indicator}{3:within}.";
export const combinationIs = "La combinaison d’options {0:id} est {1:categories}.";
export const attributeReports =
  "Les valeurs de la combinaison d’attributs {0:id} sont rapportées par {1:name}.";
export const othersReportedBy = "Toutes les autres le sont par {0:name}.";
export const unitIsPlace = "L’unité d’organisation {0:id} est le lieu {1:name}.";
export const leftOutOnPurpose = "Laissés de côté à dessein : {0:ids}.";
export const elementUnmapped = "L’élément de données {0:id} n’est pas dans la correspondance.";
export const notADhis2Period = "« {0:text} » n’est pas une période de DHIS2.";
export const periodNotInFramework = "Le cadre n’a pas de période du {0:start} au {1:end} ({2:period}).";
export const combinationUnmapped = "La combinaison d’options {0:id} n’est pas dans la correspondance.";
export const noValue = "{0:id}, {1:period} : il n’y a pas de valeur.";
export const notATimeStamp = "« {0:text} » n’est pas un horodatage.";
export const unitUnnamed =
  "L’unité d’organisation {0:id} n’a pas de nom dans la correspondance ; son identifiant en tient lieu.";
export const attributeUnnamed =
  "La combinaison d’attributs {0:id} n’a pas de nom dans la correspondance ; son identifiant désigne qui rapporte.";
export const followUp = "Indicateur {0:indicator} : cette valeur est signalée pour suivi dans DHIS2.";
export const numeratorMissing = "Indicateur {0:indicator}, {1:period} : un dénominateur sans son numérateur.";
export const noDhis2Period = "DHIS2 n’a pas de période des jours de {0:period}.";
export const valueNotKnown =
  "{0:indicator}, {1:period} : DHIS2 n’a pas de valeur pour ce qui n’est pas connu.";
export const idUnmapped =
  "DHIS2 garde une valeur par période et lieu : des lignes qui s’additionnent par leur identifiant se remplaceraient.";
export const sourceUnmapped = "La correspondance n’a pas de combinaison d’attributs pour {0:source}.";
export const noElement =
  "La correspondance n’a pas d’élément ni de combinaison pour l’indicateur {0:indicator} avec {1:categories}.";

// Tables.
export const columnsMissing = "Il n’y a pas de colonne pour {0:columns}.";
export const columnsAmbiguous = "Deux colonnes s’appellent « {0:heading} ».";
export const hashtagsInvalid =
  "La ligne de hashtags en contient qui ne sont pas des hashtags HXL : {0:tags}. Un hashtag est # suivi de lettres, un attribut + suivi d’abord d’une lettre.";
export const notCsv = "La ligne {0:line} n’est pas au format CSV.";
export const csvQuoteOpen = "La ligne {0:line} n’est pas au format CSV : un guillemet n’est pas fermé.";
export const csvQuoteInside =
  "La ligne {0:line} n’est pas au format CSV : du texte suit le guillemet qui ferme un champ.";
export const csvRecordTooLong =
  "La ligne {0:line} n’est pas au format CSV : l’enregistrement est plus long que dans tout tableau. Il manque peut-être un guillemet.";
export const notEncoded = "À partir de la ligne {0:line} environ, le texte n’est pas en {1:encoding}.";
export const tableNotCarried = "Un tableau de valeurs ({0:format}) ne contient pas {1:path}.";
export const noHeadings = "Il n’y a pas de ligne d’en-tête.";
export const withoutValue = "Des lignes sans valeur sont laissées de côté : {0:count}.";
export const otherHashtags = "Des colonnes d’autres hashtags sont laissées de côté : {0:tags}.";
export const columnsOfLine = "La ligne {0:line} a {1:found} colonnes, l’en-tête en a {2:expected}.";
export const withoutHeading =
  "La ligne {0:line} contient « {1:text} » dans la colonne {2:column}, qui n’a pas d’en-tête.";
export const notAList = "Une liste d’observations est attendue.";

// Mappings of tables: what they lack, and what they say in sentences.
export const nothingSaysIndicator = "Rien ne dit de quel indicateur est une ligne.";
export const nothingSaysPeriod = "Rien ne dit de quelle période est une ligne.";
export const columnCalledLikeAnother = "{0:path} : deux colonnes s’appellent « {1:column} ».";
export const unknownColumn = "{0:path} : il n’y a pas de colonne « {1:column} ».";
export const month = "mois";
export const quarter = "trimestre";
export const halfYear = "semestre";
export const year = "année";
export const fromColumnTo = "de la colonne « {0:start} » à la colonne « {1:end} »";
export const always = "toujours {0:text}";
export const column = "la colonne « {0:column} »";
export const calendarOfDay = "le {0:calendar} du jour dans {1:column}";
export const columnIsValue = "La colonne « {0:column} » est une valeur{1:of}.";
export const columnsAreQuotient =
  "La colonne « {0:numerator} » sur la colonne « {1:denominator} » est un quotient{2:of}.";
export const ofWhat = " : {0:what}";
export const headingsIn = "Les en-têtes sont à la ligne {0:row} ; les données commencent {1:rows} plus bas.";
export const indicatorIs = "L’indicateur est {0:from}.";
export const periodIs = "La période est {0:from}.";
export const sourceIs = "Celui qui rapporte est {0:from}.";
export const placeIs = "Le lieu est {0:from}.";
export const recordedAtIs = "Une ligne a été connue selon {0:from}.";
export const evidenceIs = "Elle repose sur {0:from}.";
export const idIs =
  "Les lignes qui ne diffèrent en rien d’autre s’additionnent selon l’identifiant dans {0:from}.";
export const categoryIs = "La catégorie sur « {0:axis} » est {1:from}.";
export const valuelessLeftOut = "Les lignes sans valeur sont laissées de côté et comptées.";

// What a guessed mapping leaves open.
export const firstColumns = "Seules les {1:limit} premières des {0:columns} colonnes ont été examinées.";
export const lacksIndicator =
  'Rien dans le fichier ne dit de quel indicateur est une ligne : écrire "indicator": { "is": … } ou nommer une colonne.';
export const lacksPeriod =
  'Rien dans le fichier ne dit de quelle période est une ligne : écrire "period": { "is": … } ou nommer une colonne.';
export const lacksValues = "Aucune colonne de nombres n’a été trouvée : en nommer une dans « values ».";
export const lacksRecordedAt =
  "Rien ne dit quand une ligne a été connue : les lignes comptent comme connues depuis le début.";
export const cellIsTotal = "« {0:cell} » dans la colonne « {1:column} » est pris pour le total des autres.";
export const labelByCalendar =
  "« {0:label} » dans la colonne « {1:column} » est lu comme {2:period}, selon le calendrier. Corrigez « names » si l’année commence un autre mois.";
export const columnLeftOut = "La colonne « {0:heading} » est laissée de côté : {1:why}.";
export const itIsEmpty = "elle est vide";
export const itsNumbers =
  "ses nombres ({0:numbers}) ont un en-tête qui ne nomme ni une valeur ni un groupe du cadre";
export const itsTexts =
  "ses textes ({0:texts}) ne sont ni des indicateurs, ni des périodes, ni des catégories du cadre";
export const itIsDivided = "d’autres lignes d’en-tête la divisent";
export const columnWithoutHeading = "La colonne {0:column} est laissée de côté : elle n’a pas d’en-tête.";
export const columnCalledTwice =
  "La colonne {0:column} est laissée de côté : une autre colonne s’appelle aussi « {1:heading} ».";
export const notAHashtag = "« {0:tag} » n’est pas un hashtag HXL ; sa colonne est laissée de côté.";

// What IATI cannot carry, and what of a file is not understood.
export const wordsForNumber =
  "une période dit « {0:text} » au lieu d’un nombre ; la somme est au moins celle des autres.";
export const severalTotals = "une période a plus d’un total ; ce qui se trouve entre eux est retenu.";
export const periodsShareDays =
  "des périodes partagent des jours, sans que l’une contienne l’autre ; seules des bornes de leur somme sont connues.";
export const partsNotEverywhere =
  "{0:count} parties ne sont pas données pour toutes les périodes et ne sont pas montrées.";
export const partNotExact = "la partie « {0:label} » n’est pas un nombre exact.";
export const partsWithoutTotal = "des valeurs par groupe sont données, sans total : {0:parts}.";
export const publisherUnknown =
  "qui publie n’est pas dit ; l’agence coordinatrice y figure sans identifiant.";
export const identifierMissing = "l’IITA veut un identifiant ; il reste vide.";
export const dateMissing = "l’IITA exige une date de l’activité ; il n’y en a pas.";
export const organisationMissing = "l’IITA exige une organisation participante ; il n’y en a pas.";
export const noIsoCode = "aucun code ISO n’est connu pour lui.";
export const amountWithoutDate = "l’IITA exige une date pour un montant.";
export const noField = "l’IITA n’a pas de champ pour cela.";
export const markerGm1 = "GM1 n’a pas d’équivalent à l’OCDE ; il figure dans le vocabulaire du fonds.";
export const notADay = "« {0:text} » n’est pas un jour du calendrier ; il est omis.";
export const notAnAmount =
  "« {0:amount} » n’est pas un montant exprimable dans la plus petite unité d’une monnaie ; il est omis.";
export const severalDisbursements = "plusieurs décaissements sont gardés, non additionnés.";
export const severalBudgets = "les budgets de plusieurs périodes sont gardés, non additionnés.";
export const severalCountries = "plusieurs pays ; le premier est retenu.";
export const noPeriodForIt = "l’IITA n’a pas de période pour cela.";
export const lessThanEarlier =
  "{0:sum} est inférieur à la somme des périodes antérieures ; le fichier garde ses valeurs.";
export const lastTakesDifference =
  "la somme de {0:count} périodes a été modifiée ; la dernière prend la différence et vaut {1:value}.";
export const sumNotExact = "la somme de {0:count} périodes n’est pas exacte ; le fichier garde ses valeurs.";
export const periodUnreadable =
  "une période a un jour qui n’existe pas au calendrier, ou finit avant de commencer ; elle est omise.";
export const sumOfPeriods =
  "la valeur atteinte est la somme de {0:count} périodes ; l’IITA ne dit pas comment les périodes s’additionnent.";
export const lastOfPeriods =
  "la dernière de {0:count} périodes est montrée ; l’IITA ne dit pas comment les périodes s’additionnent.";
export const outputBeforeOutcome =
  "un produit vient avant tout effet ; un effet sans titre est placé au-dessus.";
export const projectDaysMissing =
  "l’IITA exige le premier et le dernier jour du projet pour dater des valeurs.";
export const milestoneWithoutDay = "sans le jour d’un rapport, l’IITA n’a pas de période pour elle.";
export const baselineWithoutYear = "l’IITA en exige l’année, et aucune date n’est connue.";
export const noUnit = "l’IITA n’a pas de champ pour l’unité « {0:unit} ».";
export const noFractions =
  "l’IITA n’a pas de champ pour des fractions ni pour plusieurs quantités ; elles sont en commentaire ou omises.";
export const periodsTakenFor =
  "l’IITA ne dit pas comment les périodes s’additionnent ; pris pour « {0:accumulation} ».";
export const dimensionsUnreadable =
  "des dimensions sans nom ou sans valeur, répétées, ou nommées comme le lieu, la période ou la source, ne peuvent pas être lues ; la valeur est omise.";
export const placesComeToMore =
  "les valeurs des lieux donnent {0:sum}, plus que la valeur sans lieu, qui est prise pour leur total.";
export const periodWithoutDays = "une période sans ses jours est omise.";
export const notANumberLeftOut = "ce qui n’est pas un nombre est omis.";
export const valueAndWords =
  "une valeur et une mention « à déterminer » sont données pour les mêmes catégories ; la valeur n’est pas connue.";
export const valuesDiffer =
  "deux valeurs des mêmes catégories diffèrent ; la plus petite est une borne inférieure.";
export const periodsOverlapOthers =
  "{0:count} périodes en recoupent d’autres dont le total est retenu ; elles sont omises.";
export const earlierValuesLeftOut =
  "{0:count} valeurs antérieures sont omises : les unes ont un lieu, les autres non, et pas les dernières.";
export const valueWithoutPeriod = "l’IITA n’a pas de champ pour une valeur sans sa période.";
export const valuesBySource =
  "l’IITA n’a qu’une organisation déclarante ; les valeurs par source sont omises.";
export const valueWithoutPlace =
  "une valeur sans lieu se lirait comme le total de tous les lieux ; elle est omise.";
export const reasonUnknown =
  "il n’y a pas de valeur ({0:reason}), et l’IITA n’a pas de champ pour la raison.";
export const exactAsComments =
  "des valeurs exactes sont écrites en commentaire et non comme nombres ({0:count}) : additionnées à des valeurs inconnues, elles donneraient un total faux.";
export const exactLeftOut =
  "des valeurs exactes sont omises ({0:count}) : on ne sait rien d’autres valeurs auxquelles elles seraient additionnées.";
export const targetBySource =
  "l’IITA n’a pas de champ pour une cible par source, ou d’une période que le cadre n’a pas.";
export const actualsReplaced =
  "des valeurs réelles du document ({0:count}) sont remplacées par des résultats d’observations.";
export const quotientParts = "l’IITA n’a pas de champ pour le numérateur et le dénominateur d’un quotient.";
export const noSuchIndicator = "le document n’a pas cet indicateur.";
export const resultWithoutIndicator =
  "le schéma exige un indicateur pour chaque résultat ; celui-ci n’en a pas et est omis.";
export const shownAsOutcome =
  "un résultat qui n’est ni un effet ni un produit{0:impact} est montré comme un effet.";
export const anImpact = " (un impact)";
export const valueNotANumber =
  "la valeur « {0:text} » n’est pas un nombre ; une somme qui la contient n’est pas connue.";
export const valueReadAs =
  "la valeur « {0:text} » n’est pas écrite comme un nombre ; elle est lue comme {1:number}.";

// IATI files.
export const notValid = "Non valide en version {0:version} : {1:what}";
export const tooLargeToValidate = "Le fichier a {0:bytes} octets ; {1:limit} au plus sont validés.";
export const noActivity = "Le fichier n’a pas d’activité.";
export const severalActivities = "Le fichier a {0:count} activités ; indiquez l’identifiant de celle à lire.";
export const activityUnknown = "Le fichier n’a pas d’activité « {0:identifier} ».";
export const activityTooLarge =
  "Après {0:bytes} octets, une activité n’est pas terminée ; {1:limit} au plus en sont lus.";
export const notIati = "Ce n’est pas un fichier d’activités IITA.";
export const versionMissing =
  "Ce fichier n’indique pas sa version du standard ; les versions 2.01 à 2.03 sont lues.";
export const versionNotRead =
  "Ce fichier est de la version {0:version} du standard ; les versions 2.01 à 2.03 sont lues.{1:advice}";
export const oldVersion =
  " La version 1 n’est plus en usage : demandez à l’éditeur le fichier en version 2.03, ou transformez-le (l’IITA publie les feuilles de style).";

// Databases.
export const databaseRefused = "La base de données a refusé la requête : « {0:answer} »";
export const rowsNotAdmitted =
  "Lignes que le cadre n’admet pas, laissées de côté : {0:refused} sur {1:rows}.";

// XML, Parquet and Arrow.
export const xmlDoctype =
  "Le document déclare un type de document ; rien n’en est lu, puisqu’il pourrait déclarer des entités.";
export const xmlBroken = "Ce n’est pas du XML bien formé (ligne {0:line}).";
export const xmlTooLong = "Une balise ou un texte dépasse {0:limit} caractères.";
export const xmlTooDeep = "Les éléments sont imbriqués sur plus de {0:limit} niveaux.";
export const columnUnreadable =
  "La colonne « {0:column} » contient {1:what} : ni texte, ni nombre, ni date. Écrivez le fichier sans elle, ou en texte.";
export const columnsUnnamed = "Deux colonnes s’appellent « {0:name} », ou l’une n’a pas de nom.";
export const columnarUnreadable =
  "Ces données {0:format} ne peuvent pas être lues. Le fichier est peut-être endommagé ou incomplet.";
export const rowGroupTooLarge =
  "Un groupe de lignes occupe {0:bytes} octets, {1:cells} cellules ; {2:maxBytes} octets, {3:maxCells} cellules au plus sont pris en mémoire.";
export const tooMuchMemory =
  "Le décodage de ce fichier a dépassé {0:megabytes} Mo de mémoire et a été interrompu : le fichier est endommagé, ou trop grand pour un seul processus.";
export const tooMuchTime =
  "Le décodage de ce fichier a dépassé {0:seconds} s pour une partie et a été interrompu : le fichier est endommagé, ou trop grand pour un seul processus.";
export const decoderEnded =
  "Le processus qui décode ce fichier s’est arrêté de lui-même : le fichier est endommagé.";
export const decoderNotStarted =
  "Le processus qui décode ce format n’a pas pu démarrer. Vérifiez que Node.js peut lancer des processus ici.";
