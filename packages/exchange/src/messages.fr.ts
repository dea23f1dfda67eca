// Ce que disent les lecteurs et les rédacteurs en français. Les mêmes noms se trouvent dans messages.en.ts.

// Serveurs suivis.
export const notAuthorised =
  "Le serveur n’admet pas cette requête (HTTP {0}). Vérifiez le jeton et ses droits.";
export const httpStatus = "Le serveur a répondu par HTTP {0}.";
export const unreachable = "Le serveur n’a pas pu être lu : {0}.";
export const noAnswer = "pas de réponse";
export const answerTooLong = "La réponse dépasse {0} octets.";
export const pageForPeople =
  "Le serveur a répondu par une page web et non par des données. Vérifiez l’adresse et le jeton.";
export const endlessPages = "Les pages tournent en rond, ou sont plus de {0}.";
export const notAPage = "Ce n’est pas une page d’une liste.";
export const pageElsewhere = "La page suivante est sur un autre serveur, auquel rien n’est envoyé.";
export const listChanging = "La liste a changé à chacune de ses {0} lectures ; réessayez plus tard.";

// Documents de correspondance et formulaires.
export const unknownIndicator = "{0} : le cadre n’a pas d’indicateur {1}.";
export const unknownAxis = "{0} : le cadre n’a pas d’axe « {1} ».";
export const unknownCategory = "{0} : l’axe « {1} » n’a pas de catégorie « {2} ».";
export const unknownPeriod = "{0} : le cadre n’a pas de période {1}.";
export const documentTooLarge = "Le document a {0} {1} ; {2} au plus sont lus.";
export const charactersInText = "caractères dans un texte";
export const charactersInName = "caractères dans un nom";
export const levels = "niveaux";
export const values = "valeurs";
export const unknownQuestion = "{0} : le formulaire n’a pas de question {1}.";
export const questionKind = "{0} : la réponse à {1} est de type « {2} ».";
export const questionElsewhere = "{0} : {1} est demandé pour chaque {2}, dont une ligne a plusieurs.";
export const unknownChoice = "{0} : {1} n’a pas de choix « {2} ».";
export const unknownRepeat = "{0} : le formulaire n’a pas de groupe répété {1}.";
export const valueOfMeasure = "{0} : l’indicateur {1} est de mesure « {2} ».";
export const notAnAgeBand = "{0} : « {1} » n’est pas une tranche d’âge.";

// Correspondances Kobo en phrases.
export const quoted = "« {0} »";
export const or = " ou ";
export const and = " et ";
export const indicatorCounts = "L’indicateur {0} {1} {2}{3}{4}.";
export const counts = "compte";
export const addsOver = "additionne {0} sur";
export const shareWith = "est la part avec {0} parmi";
export const submissions = "les soumissions";
export const entriesOf = "les entrées de {0}";
export const where = " où {0}";
export const by = ", par {0}";
export const rowPeriod = "Une ligne appartient à la période de {0}.";
export const rowPlace = "Elle a été observée à {0}.";
export const everySubmission = "Toute soumission compte, revue ou non.";
export const reviewedSubmissions = "Les soumissions marquées comme non approuvées sont laissées de côté.";
export const approvedSubmissions = "Seules les soumissions approuvées comptent.";

// Ce que sont devenues les soumissions et les valeurs.
export const koboNoDate = "Indicateur {0} : {1} lignes n’ont pas de date et ont été laissées de côté.";
export const koboNoPeriod =
  "Indicateur {0} : {1} lignes ne tombent dans aucune période du cadre et ont été laissées de côté.";
export const koboNoNumber =
  "Indicateur {0} : {1} lignes ne donnent pas de nombre à additionner et ont été laissées de côté.";
export const koboNotApproved =
  "Indicateur {0} : {1} lignes viennent de soumissions non approuvées et ont été laissées de côté.";
export const koboNoAnswer =
  "Indicateur {0} : {1} lignes n’ont pas de réponse à la question dont la part est calculée et ont été laissées de côté.";
export const koboUnanswered =
  "Indicateur {0} : aucune soumission ne répond à « {1} ». Un export a d’autres en-têtes si ses libellés ne sont pas ceux du formulaire.";
export const notANumber = "{0} : « {1} » doit être un nombre.";

// Formulaires et soumissions Kobo.
export const formTooDeep = "La ligne {0} du questionnaire se trouve dans plus de {1} groupes.";
export const groupNotBegun = "La ligne {0} du questionnaire termine un groupe qui n’a pas commencé.";
export const groupNotEnded = "Le groupe « {0} » n’est jamais terminé.";
export const koboPage =
  "Ceci est une page de {0} soumissions{1}{2} ; un résultat calculé sur elle serait incomplet. Lisez toutes les pages, ou le serveur lui-même.";
export const koboPageOf = " sur {0}";
export const koboNextPage = ", et il existe une page suivante";
export const koboRepeated =
  "{0} soumissions sont données deux fois, d’après leur _id ; chacune compte une fois, dans son dernier état.";
export const notSubmissions = "Ce doit être une liste de soumissions.";
export const notASubmission = "La soumission {0} doit être un objet de réponses.";
export const noSheetOfSubmissions = "Aucune feuille n’a une ligne par soumission.";
export const rowOfNoSubmission = "La ligne {0} de la feuille « {1} » n’appartient à aucune soumission.";

// DHIS2.
export const theValue = "la valeur";
export const theNumerator = "le numérateur";
export const theDenominator = "le dénominateur";
export const theTotal = "le total";
export const notARatio = "{0} : l’indicateur {1} n’est pas un ratio ; il n’a pas de {2}.";
export const elementGives = "L’élément de données {0} donne {1} de l’indicateur {2}{3}.";
export const combinationIs = "La combinaison d’options {0} est {1}.";
export const attributeReports = "Les valeurs de la combinaison d’attributs {0} sont rapportées par {1}.";
export const othersReportedBy = "Toutes les autres le sont par {0}.";
export const unitIsPlace = "L’unité d’organisation {0} est le lieu {1}.";
export const leftOutOnPurpose = "Laissés de côté à dessein : {0}.";
export const elementUnmapped = "L’élément de données {0} n’est pas dans la correspondance.";
export const notADhis2Period = "« {0} » n’est pas une période de DHIS2.";
export const periodNotInFramework = "Le cadre n’a pas de période du {0} au {1} ({2}).";
export const combinationUnmapped = "La combinaison d’options {0} n’est pas dans la correspondance.";
export const noValue = "{0}, {1} : il n’y a pas de valeur.";
export const notATimeStamp = "« {0} » n’est pas un horodatage.";
export const unitUnnamed =
  "L’unité d’organisation {0} n’a pas de nom dans la correspondance ; son identifiant en tient lieu.";
export const attributeUnnamed =
  "La combinaison d’attributs {0} n’a pas de nom dans la correspondance ; son identifiant désigne qui rapporte.";
export const followUp = "Indicateur {0} : cette valeur est signalée pour suivi dans DHIS2.";
export const numeratorMissing = "Indicateur {0}, {1} : un dénominateur sans son numérateur.";
export const noDhis2Period = "DHIS2 n’a pas de période des jours de {0}.";
export const idUnmapped =
  "DHIS2 garde une valeur par période et lieu : des lignes qui s’additionnent par leur identifiant se remplaceraient.";
export const sourceUnmapped = "La correspondance n’a pas de combinaison d’attributs pour {0}.";
export const noElement =
  "La correspondance n’a pas d’élément ni de combinaison pour l’indicateur {0} avec {1}.";

// Tableaux.
export const columnsMissing = "La ligne d’en-tête ne nomme pas de colonne pour {0}.";
export const columnsAmbiguous = "Deux colonnes s’appellent « {0} ».";
export const hashtagsInvalid =
  "La ligne de hashtags en contient qui ne sont pas des hashtags HXL : {0}. Un hashtag est # suivi de lettres, un attribut + suivi d’abord d’une lettre.";
export const notCsv = "La ligne {0} n’est pas au format CSV.";
export const notEncoded = "À partir de la ligne {0} environ, le texte n’est pas en {1}.";
export const noHeadings = "Il n’y a pas de ligne d’en-tête.";
export const withoutValue = "Des lignes sans valeur sont laissées de côté : {0}.";
export const otherHashtags = "Des colonnes d’autres hashtags sont laissées de côté : {0}.";
export const columnsOfLine = "La ligne {0} a {1} colonnes, l’en-tête en a {2}.";
export const withoutHeading = "La ligne {0} contient « {1} » dans la colonne {2}, qui n’a pas d’en-tête.";
export const notAList = "Une liste d’observations est attendue.";

// Correspondances de tableaux : ce qui leur manque, et ce qu’elles disent en phrases.
export const nothingSaysIndicator = "Rien ne dit de quel indicateur est une ligne.";
export const nothingSaysPeriod = "Rien ne dit de quelle période est une ligne.";
export const columnCalledLikeAnother = "{0} : deux colonnes s’appellent « {1} ».";
export const unknownColumn = "{0} : il n’y a pas de colonne « {1} ».";
export const month = "mois";
export const quarter = "trimestre";
export const halfYear = "semestre";
export const year = "année";
export const fromColumnTo = "de la colonne « {0} » à la colonne « {1} »";
export const always = "toujours {0}";
export const column = "la colonne « {0} »";
export const calendarOfDay = "le {0} du jour dans {1}";
export const columnIsValue = "La colonne « {0} » est une valeur{1}.";
export const columnsAreQuotient = "La colonne « {0} » sur la colonne « {1} » est un quotient{2}.";
export const ofWhat = " : {0}";
export const headingsIn = "Les en-têtes sont à la ligne {0} ; les données commencent {1} plus bas.";
export const indicatorIs = "L’indicateur est {0}.";
export const periodIs = "La période est {0}.";
export const sourceIs = "Celui qui rapporte est {0}.";
export const placeIs = "Le lieu est {0}.";
export const recordedAtIs = "Une ligne a été connue selon {0}.";
export const evidenceIs = "Elle repose sur {0}.";
export const idIs =
  "Les lignes qui ne diffèrent en rien d’autre s’additionnent selon l’identifiant dans {0}.";
export const categoryIs = "La catégorie sur « {0} » est {1}.";
export const valuelessLeftOut = "Les lignes sans valeur sont laissées de côté et comptées.";

// Ce qu’une correspondance devinée laisse ouvert.
export const firstColumns = "Seules les {1} premières des {0} colonnes ont été examinées.";
export const lacksIndicator =
  'Rien dans le fichier ne dit de quel indicateur est une ligne : écrire "indicator": { "is": … } ou nommer une colonne.';
export const lacksPeriod =
  'Rien dans le fichier ne dit de quelle période est une ligne : écrire "period": { "is": … } ou nommer une colonne.';
export const lacksValues = "Aucune colonne de nombres n’a été trouvée : en nommer une dans « values ».";
export const lacksRecordedAt =
  "Rien ne dit quand une ligne a été connue : les lignes comptent comme connues depuis le début.";
export const cellIsTotal = "« {0} » dans la colonne « {1} » est pris pour le total des autres.";
export const labelByCalendar =
  "« {0:label} » dans la colonne « {1:column} » est lu comme {2:period}, selon le calendrier. Corrigez « names » si l’année commence un autre mois.";
export const columnLeftOut = "La colonne « {0} » est laissée de côté : {1}.";
export const itIsEmpty = "elle est vide";
export const itsNumbers = "ses nombres ({0}) ont un en-tête qui ne nomme ni une valeur ni un groupe du cadre";
export const itsTexts =
  "ses textes ({0}) ne sont ni des indicateurs, ni des périodes, ni des catégories du cadre";
export const itIsDivided = "d’autres lignes d’en-tête la divisent";
export const columnWithoutHeading = "La colonne {0} est laissée de côté : elle n’a pas d’en-tête.";
export const columnCalledTwice =
  "La colonne {0} est laissée de côté : une autre colonne s’appelle aussi « {1} ».";
export const notAHashtag = "« {0} » n’est pas un hashtag HXL ; sa colonne est laissée de côté.";

// Ce que l’IITA ne peut pas porter, et ce qui d’un fichier n’est pas compris.
export const wordsForNumber =
  "une période dit « {0} » au lieu d’un nombre ; la somme est au moins celle des autres.";
export const severalTotals = "une période a plus d’un total ; ce qui se trouve entre eux est retenu.";
export const periodsShareDays =
  "des périodes partagent des jours, sans que l’une contienne l’autre ; seules des bornes de leur somme sont connues.";
export const partsNotEverywhere =
  "{0} parties ne sont pas données pour toutes les périodes et ne sont pas montrées.";
export const partNotExact = "la partie « {0} » n’est pas un nombre exact.";
export const partsWithoutTotal = "des valeurs par groupe sont données, sans total : {0}.";
export const publisherUnknown =
  "qui publie n’est pas dit ; l’agence coordinatrice y figure sans identifiant.";
export const identifierMissing = "l’IITA veut un identifiant ; il reste vide.";
export const dateMissing = "l’IITA exige une date de l’activité ; il n’y en a pas.";
export const organisationMissing = "l’IITA exige une organisation participante ; il n’y en a pas.";
export const noIsoCode = "aucun code ISO n’est connu pour lui.";
export const amountWithoutDate = "l’IITA exige une date pour un montant.";
export const noField = "l’IITA n’a pas de champ pour cela.";
export const markerGm1 = "GM1 n’a pas d’équivalent à l’OCDE ; il figure dans le vocabulaire du fonds.";
export const notADay = "« {0} » n’est pas un jour du calendrier ; il est omis.";
export const severalDisbursements = "plusieurs décaissements sont gardés, non additionnés.";
export const severalBudgets = "les budgets de plusieurs périodes sont gardés, non additionnés.";
export const severalCountries = "plusieurs pays ; le premier est retenu.";
export const noPeriodForIt = "l’IITA n’a pas de période pour cela.";
export const lessThanEarlier =
  "{0} est inférieur à la somme des périodes antérieures ; le fichier garde ses valeurs.";
export const lastTakesDifference =
  "la somme de {0} périodes a été modifiée ; la dernière prend la différence et vaut {1}.";
export const sumNotExact = "la somme de {0} périodes n’est pas exacte ; le fichier garde ses valeurs.";
export const periodUnreadable =
  "une période a un jour qui n’existe pas au calendrier, ou finit avant de commencer ; elle est omise.";
export const sumOfPeriods =
  "la valeur atteinte est la somme de {0} périodes ; l’IITA ne dit pas comment les périodes s’additionnent.";
export const lastOfPeriods =
  "la dernière de {0} périodes est montrée ; l’IITA ne dit pas comment les périodes s’additionnent.";
export const outputBeforeOutcome =
  "un produit vient avant tout effet ; un effet sans titre est placé au-dessus.";
export const projectDaysMissing =
  "l’IITA exige le premier et le dernier jour du projet pour dater des valeurs.";
export const milestoneWithoutDay = "sans le jour d’un rapport, l’IITA n’a pas de période pour elle.";
export const baselineWithoutYear = "l’IITA en exige l’année, et aucune date n’est connue.";
export const maintainUnknown = "l’IITA ne prévoit rien pour une valeur qui doit rester stable.";
export const disaggregationUnknown = "l’IITA ne dit pas ce qu’un indicateur demande de désagréger.";
export const measurementUnknown = "l’IITA ne dit pas comment les valeurs s’additionnent.";
export const ratingUnknown = "l’IITA n’a pas d’appréciation des résultats.";
export const noUnit = "l’IITA n’a pas de champ pour l’unité « {0} ».";
export const noFractions =
  "l’IITA n’a pas de champ pour des fractions ni pour plusieurs quantités ; elles sont en commentaire ou omises.";
export const noRates = "l’IITA n’a pas de champ pour des taux.";
export const periodsTakenFor = "l’IITA ne dit pas comment les périodes s’additionnent ; pris pour « {0} ».";
export const dimensionsUnreadable =
  "des dimensions sans nom ou sans valeur, répétées, ou nommées comme le lieu, la période ou la source, ne peuvent pas être lues ; la valeur est omise.";
export const placesComeToMore =
  "les valeurs des lieux donnent {0}, plus que la valeur sans lieu, qui est prise pour leur total.";
export const periodWithoutDays = "une période sans ses jours est omise.";
export const notANumberLeftOut = "ce qui n’est pas un nombre est omis.";
export const valuesDiffer =
  "deux valeurs des mêmes catégories diffèrent ; la plus petite est une borne inférieure.";
export const periodsOverlapOthers =
  "{0} périodes en recoupent d’autres dont le total est retenu ; elles sont omises.";
export const earlierValuesLeftOut =
  "{0} valeurs antérieures sont omises : les unes ont un lieu, les autres non, et pas les dernières.";
export const valueWithoutPeriod = "l’IITA n’a pas de champ pour une valeur sans sa période.";
export const valuesBySource =
  "l’IITA n’a qu’une organisation déclarante ; les valeurs par source sont omises.";
export const valueWithoutPlace =
  "une valeur sans lieu se lirait comme le total de tous les lieux ; elle est omise.";
export const reasonUnknown = "il n’y a pas de valeur ({0}), et l’IITA n’a pas de champ pour la raison.";
export const exactAsComments =
  "des valeurs exactes sont écrites en commentaire et non comme nombres ({0}) : additionnées à des valeurs inconnues, elles donneraient un total faux.";
export const exactLeftOut =
  "des valeurs exactes sont omises ({0}) : on ne sait rien d’autres valeurs auxquelles elles seraient additionnées.";
export const targetBySource =
  "l’IITA n’a pas de champ pour une cible par source, ou d’une période que le cadre n’a pas.";
export const actualsReplaced =
  "des valeurs réelles du document ({0}) sont remplacées par des résultats d’observations.";
export const quotientParts = "l’IITA n’a pas de champ pour le numérateur et le dénominateur d’un quotient.";
export const noSuchIndicator = "le document n’a pas cet indicateur.";
export const resultWithoutIndicator =
  "le schéma exige un indicateur pour chaque résultat ; celui-ci n’en a pas et est omis.";
export const elementCameWith = "l’élément {0} n’existe que depuis la version {1}.";
export const attributeCameWith = "l’attribut {0} de {1} n’existe que depuis la version {2}.";
export const attributeNeeded = "{0} veut l’attribut {1} avant {2}.";
export const occursOnce = "{0} ne figure qu’une fois avant {1}.";
export const shownAsOutcome =
  "un résultat qui n’est ni un effet ni un produit{0:impact} est montré comme un effet.";
export const anImpact = " (un impact)";
export const valueNotANumber =
  "la valeur « {0:text} » n’est pas un nombre ; une somme qui la contient n’est pas connue.";
export const valueReadAs =
  "la valeur « {0:text} » n’est pas écrite comme un nombre ; elle est lue comme {1:number}.";

// Fichiers de l’IITA.
export const notValidInVersion = "Non valide en version {0:version} : {1:what}";
export const notValid = "Non valide : {0:what}";
export const tooLargeToValidate = "Le fichier a {0:bytes} octets ; {1:limit} au plus sont validés.";
export const noActivity = "Le fichier n’a pas d’activité.";
export const severalActivities = "Le fichier a {0:count} activités ; indiquez l’identifiant de celle à lire.";
export const activityUnknown = "Le fichier n’a pas d’activité « {0:identifier} ».";
export const activityTooLarge =
  "Après {0:bytes} octets, une activité n’est pas terminée ; {1:limit} au plus en sont lus.";
export const notIati = "Ce n’est pas un fichier d’activités IITA.";
export const versionNotRead =
  "Ce fichier est de la version {0:version} du standard ; les versions 2.01 à 2.03 sont lues.{1:advice}";
export const oldVersion =
  " La version 1 n’est plus en usage : demandez à l’éditeur le fichier en version 2.03, ou transformez-le (l’IITA publie les feuilles de style).";

// Bases de données.
export const databaseRefused = "La base de données a refusé : {0:message}";
export const rowsNotAdmitted =
  "{0:refused} des {1:rows} lignes ne sont pas admises par le cadre ; elles ont été laissées de côté.";
