/**
 * Every message of this package in French, under the names of `messages.en.ts`. In a text, `{0:code}` is where the first value goes, a code:
 * the number says which value it is, the word is for the translator. A text may use the values in any order.
 */

// What the checks find in a document, by rule.

export const actualFarBeyondTarget =
  "Indicateur {0:code} : le progrès de {1:actual} est {3:share} de la cible de {2:target}.";
export const actualFell =
  "L’indicateur {0:code} rapporte {2:actual} ; le rapport précédent avait {1:previous}.";
export const agencyBudgetMissing = "Aucun budget n’est donné pour {0:name}.";
export const agencyBudgetsSum = "La somme des budgets des agences est {0:sum} ; le total indique {1:total}.";
export const agencyLinesSum =
  "La somme des lignes de budget de {0:name} est {1:sum} ; la page de garde lui donne {2:budget}.";
export const agencyRepeated = "{0:name} figure plus d’une fois.";
export const amountUnanswered =
  "Des ajustements dus à la COVID-19 sont décrits, mais aucun montant n’est donné.";
export const amountWithinBudget = "{0:what} : {1:amount} dépasse le budget de {2:total}.";
export const answerMissing = "La question « {0:question} » n’a pas de réponse.";
export const baselinesAnswer =
  "Le rapport dit que les indicateurs des résultats ont des bases de référence ; celles de {0:codes} sont à déterminer.";
export const breakdownInNarrative =
  "Indicateur {0:code} : la ventilation par sexe ne figure que dans le texte : « {1:quote} » ({2:where}).";
export const breakdownLabelRepeated =
  "Indicateur {0:code}, {1:column} : le groupe « {2:group} » figure plus d’une fois.";
export const breakdownLabelVariant =
  "Indicateur {0:code}, {1:column} : « {2:rare} » est peut-être « {3:usual} ».";
export const breakdownSum =
  "Indicateur {0:code}, {1:column} : la somme des parties est {2:sum}, le total indique {3:total}.";
export const breakdownSumLargest =
  "Indicateur {0:code}, {1:column} : un groupe compte {2:largest}, plus que le total de {3:total}.";
export const budgetLinesSum = "La somme des lignes du budget est {0:sum} ; le total indique {1:total}.";
export const cellOverLimit =
  "{0:row} {1:code}, {2:column} : {3:count} caractères ; le canevas en admet {4:limit} par cellule.";
export const codeMisplaced = "{0:row} {1:code} se trouve sous {2:under}.";
export const codeSkipped = "{0:row} {1:code} suit sans {2:missing}.";
export const columnsShiftedLeft =
  "Indicateur {0:code} : de la prose se trouve dans le progrès, et la remarque est vide. La ligne semble décalée à gauche.";
export const columnsShiftedRight =
  "Indicateur {0:code} : un chiffre seul se trouve dans la remarque, et de la prose dans la base. La ligne semble décalée à droite.";
export const conveningAgency = "{0:count} agences sur {1:all} sont marquées comme coordinatrices.";
export const countNotWhole = "Indicateur {0:code}, {1:column} : {2:number} n’est pas un décompte.";
export const covidCategoryUnticked =
  "{0:adjusted} ont été ajustés en raison de la COVID-19, mais aucune catégorie d’ajustement n’est cochée.";
export const currencyMixed = "{0:path} est en {1:currency}, d’autres montants sont en {2:other}.";
export const datesOutOfOrder = "Le projet se termine le {1:endDate}, pas après son début le {0:startDate}.";
export const delayOverdue =
  "L’activité {0:code} était retardée jusqu’à {1:until} et attend encore le {2:asOf}.";
export const delayOverdueBeyondProject =
  "L’activité {0:code} est retardée jusqu’à {1:until}, après la fin du projet le {2:end}.";
export const delayWithoutCause = "L’activité {0:code} est « {1:type} » sans cause.";
export const deliveryBehindTime =
  "{0:rate} du budget est exécuté après {1:elapsed} de la durée du projet (au {2:day}).";
export const deliveryContradicted =
  "Le taux de mise en œuvre est de {0:rate} ; les dépenses de l’annexe sont {1:share} du budget.";
export const deliveryOutOfRange = "Le taux de mise en œuvre est de {0:rate} du budget.";
export const disaggregationMissing =
  "L’indicateur {0:code} demande une désagrégation par {1:axes} ; aucun de ses chiffres n’est désagrégé.";
export const disaggregationMissingOfProgress =
  "L’indicateur {0:code} demande une désagrégation par {1:axes} ; le progrès n’est pas désagrégé (la cible nomme {2:target}).";
export const duplicateCode = "Le code {0:code} désigne {2:count} entrées différentes ({1:kind}).";
export const evaluationBudgetMissing =
  "Le budget de l’évaluation finale n’est pas donné ; la réponse est obligatoire.";
export const evaluationBudgetLow =
  "{0:amount} sont réservés à l’évaluation, moins que {1:minimum} du budget (part supposée : {2:version}).";
export const eventOutsideProject = "Activité {0:code} : « {1:type} » le {2:date} est {3:outside}.";
export const ownCodeUnknown =
  "« {0:code} » est un code propre à une agence dont le profil n’est pas fourni : il est conservé et ne change aucun état.";
export const eventRefused = "Activité {0:code} : « {1:type} » n’est pas possible à l’état « {2:state} ».";
export const focusAreaUnknown = "« {0:focusArea} » n’est pas un domaine de priorité du fonds.";
export const focusAreaUnknownFix = "Domaine de priorité : {0:focusArea} → {1:code}.";
export const formulaContradicted =
  "Indicateur {0:code} : {1:column} est donné comme {2:stated}, sa formule donne {3:expected} ({4:working}).";
export const formulaInvalidReference =
  "Indicateur {0:code} : sa formule renvoie à {1:reference}, qui n’existe pas dans le cadre.";
export const formulaInvalidCycle =
  "Indicateur {0:code} : sa formule dépend d’elle-même, directement ou par d’autres formules.";
export const formulaUnitsMixed =
  "Indicateur {0:code} : sa formule réunit des unités différentes ({1:problem}).";
export const formulaUnitsDiffer = "L’indicateur {0:code} est en {1:own}, sa formule donne {2:unit}.";
export const geweBelowMinimum =
  "{0:share} des coûts directs vont à l’égalité des sexes ; le fonds demande au moins {1:minimum}.";
export const geweBeyondExpenditure =
  "{0:spent} sont dépensés pour l’égalité des sexes : {1:share} de ce que le taux de mise en œuvre indique en tout.";
export const geweLinesSum =
  "Les lignes du budget consacrent {0:sum} à l’égalité des sexes ; la page de garde alloue {1:allocated}.";
export const geweWithinBudgetSpent =
  "{0:amount} sont dépensés pour l’égalité des sexes, plus que les {1:whole} qui lui sont alloués.";
export const geweWithinBudgetAllocated =
  "{0:amount} sont alloués à l’égalité des sexes, plus que le budget de {1:whole}.";
export const indicatorRepeated = "L’indicateur {0:code} a le même énoncé que {1:first}.";
export const indirectSupportRate =
  "{0:agency} : les coûts d’appui indirects de {1:indirect} sont {2:rate} des autres coûts ; le taux du fonds donne {3:expected}.";
export const lastSixMonths =
  "Le rapport répond « {0:answer} » à la question des six derniers mois ; le projet finit le {1:end}, {2:months} mois plus tard.";
export const lineOvercommitted =
  "Ligne de budget {0:id} : {1:over} sont dépensés ou engagés, plus que son montant de {2:amount}.";
export const lineUnknownAgency =
  "{0:where} : {1:agency} n’est pas une agence de la page de garde{2:suggestion}.";
export const maybeMeant = " ; il s’agit peut-être de {0:name}";
export const lineUnknownAgencyFix = "{0:where} : {1:agency} → {2:known}.";
export const markerContradictsShare =
  "Le projet déclare {0:declared}, mais {1:share} de son budget va à l’égalité des sexes, ce qui correspond à {2:fitting}.";
export const milestoneBelowBaseline =
  "Indicateur {0:code} : l’étape de {1:milestone} est inférieure à la base de donnée de {2:baseline}.";
export const milestoneBeyondTarget =
  "Indicateur {0:code} : l’étape de {1:milestone} va au-delà de la cible de {2:target}.";
export const monitoringBelowMinimum =
  "{0:share} des coûts directs vont au suivi et à l’évaluation ; le fonds demande au moins {1:minimum}.";
export const narrativeMissing = "Le texte « {0:topic} »{1:ofOutcome} est vide.";
export const ofOutcome = " du résultat {0:code}";
export const nothingMeasured = "{0:row} {1:code} n’a pas d’indicateur.";
export const numberFormat = "« {0:written} » peut se lire en milliers ou en décimales.";
export const periodsOverlap = "Les périodes {0:earlier} et {1:later} se chevauchent en partie.";
export const planChanged =
  "Indicateur {0:code}, {1:column} : {3:now} ; le rapport précédent avait {2:previous}.";
export const projectFieldMissing = "La page de garde n’indique pas : {0:field}.";
export const ratingContradictedNoneMoved =
  "Le résultat {0:code} est évalué « {1:rating} », mais aucun de ses {2:count} indicateurs calculables n’a bougé.";
export const ratingContradictedAllReached =
  "Le résultat {0:code} est évalué « {1:rating} », mais ses {2:count} indicateurs calculables ont tous atteint leur cible.";
export const ratingMissing =
  "Le résultat {0:code} n’a pas d’évaluation (en retard, en bonne voie, en bonne voie avec des effets sur la paix).";
export const remarkIsNumber = "Indicateur {0:code} : la remarque n’est qu’un nombre, {1:remark}.";
export const reportOutsideProject = "Le rapport est de {0:year}, le projet de {1:start} à {2:end}.";
export const rowRepeated =
  "La ligne de l’indicateur {0:code} figure deux fois, identique dans chaque cellule.";
export const rowRepeatedFix = "Indicateur {0:code} : la seconde de deux lignes identiques est supprimée.";
export const shareOutOfRange = "Indicateur {0:code}, {1:column} : {2:number} % d’un tout.";
export const spellingVariant = "« {0:word} » ({1:count}×) est peut-être « {2:usual} » ({3:usualCount}×).";
export const targetNotBeyondBaseline =
  "Indicateur {0:code} : la cible de {1:target} ne va pas au-delà de la base de donnée de {2:baseline}.";
export const textCopied =
  "Le texte « {0:topic} »{1:ofOutcome} est celui du rapport précédent, mot pour mot ({2:count} caractères).";
export const textOverLimit =
  "Le texte « {0:topic} »{1:ofOutcome} compte {2:count} caractères ; le canevas en admet {3:limit}.";
export const toBeDetermined =
  "Indicateur {0:code} : encore à déterminer{2:afterMonths} : {1:columns}{3:again}.";
export const toBeDeterminedAfter = " après {0:months} mois de projet";
export const tooManyOutcomes =
  "Il y a {0:count} résultats ; le canevas en prévoit {1:limit}, et PBSO demande à en être informé.";
export const tranchesOutOfOrder =
  "{0:agency} a reçu sa tranche {1:number} le {2:received}, avant {3:earlier}.";
export const tranchesOutOfOrderFirst = "le premier transfert du {0:date}";
export const tranchesOutOfOrderEarlier = "la tranche {0:number}";
export const tranchesSum = "Les tranches de {0:agency} totalisent {1:sum} ; son budget est {2:budget}.";
export const tranchesSumOfShares = "Les parts des tranches de {0:agency} totalisent {1:share}.";
export const unitsDiffer = "Indicateur {0:code} : {1:percents} en pour cent, {2:others} sans.";
export const unknownCode = "{0:path} : le cadre n’a pas de {1:code}.";
export const untidyText = "{0:where} : espace à un bout, espace doublé, ou retour à la ligne.";
export const untidyTextFix = "{0:where} : espaces réduits.";
export const valueContradicted =
  "L’indicateur {0:code} rapporte {1:reported}, mais ailleurs le rapport dit {2:value} : {3:quotes}.";
export const valueMissing = "Indicateur {0:code} : rien n’est indiqué pour {1:column}.";
export const valueUnlikeOthers =
  "Indicateur {0:code}, {1:column} : {2:value}, où {3:count} autres disent {4:usual}.";
export const workPlanOrderOfDates =
  "L’activité {0:code} a fini le {1:end}, avant d’avoir commencé le {2:start}.";
export const workPlanOrderOfActivities =
  "L’activité {0:code} est planifiée pour le {1:start}, mais attend {2:earlier} : pas avant le {3:allowed}.";
export const workPlanOutsideProject =
  "L’activité {0:code} est planifiée pour le {1:date}, hors du projet ({2:start} à {3:end}).";
export const zeroOrUnknown =
  "L’indicateur {0:code} rapporte zéro, mais sa remarque dit que des chiffres sont attendus : « {1:quote} ».";

// A report beside its budget annex.

export const annexGeweAllocated = "Alloué à l’égalité des sexes";
export const annexProjectNumber = "Numéro de projet";
export const annexProjectStart = "Début du projet";
export const annexProjectEnd = "Fin du projet";
export const annexGenderMarker = "Marqueur de genre";
export const annexImplementationRate = "Taux de mise en œuvre";
export const annexTotalBudget = "Budget total";
export const annexGeweSpent = "Dépensé pour l’égalité des sexes";
export const annexCovidAdjustment = "Ajustement COVID-19";
export const annexEvaluationBudget = "Budget d’évaluation";
export const annexAgencyBudget = "Budget de {0:agency}";
export const annexMarkerByLines = "{0:percent} % pour l’égalité des sexes, {1:marker}";
export const annexSpentBelowGewe = "Dépenses, dont l’égalité des sexes";
export const annexTranches = "Tranches de {0:agency}";
export const annexFirstTransfer = "Premier transfert";
export const annexWithoutLines =
  "Aucune ligne budgétaire n’a été trouvée dans l’annexe : ses sommes ne sont pas comparées au rapport.";
export const annexNameUnknown =
  "L’annexe budgétaire a {0:what} {1:name} ({2:where}) ; le rapport connaît {3:known}.";
export const theAgency = "l’agence";
export const theOutput = "le produit";
export const theActivity = "l’activité";
export const annexNameWithoutLines =
  "Le rapport a {0:what} {1:name} ({2:where}) ; l’annexe budgétaire n’a aucune ligne pour cela ({3:annexWhere}).";
export const andMore = "{0:where} et {1:count} de plus";
export const annexDiffers =
  "{0:what} : le rapport indique {1:reported} ({2:where}), l’annexe budgétaire {3:found} ({4:annexWhere}).";

// Disclosure control.

export const disclosureInText =
  "Le texte parle de quelques personnes : « {0:quote}… ». Il n’est pas masqué ; relisez-le avant toute diffusion.";

// The boundary of a document.

export const unknownField =
  "{0:path} : {1:name} n’est pas un champ du document{2:suggestion}. La valeur est conservée dans extensions.";
export const duplicateDefinition = "{0:path}/{1:name} est défini {2:count} fois.";
export const unknownAxis =
  "L’indicateur {0:code} est ventilé par {1:axis}, qui n’est pas un axe du document.";
export const impossibleValue =
  "{0:value} n’est pas une valeur que l’indicateur {1:code} peut prendre : {2:expected}.";

// The history of an activity.

export const lifecycleImplied = "« {0:type} » suppose un événement antérieur qui n’est pas signalé.";
export const lifecycleRepeated = "« {0:type} » est signalé de nouveau.";
export const lifecycleStartedAgain =
  "« {0:type} » après une modification du plan : le travail se poursuit selon le plan modifié.";
export const lifecycleExpected = "« {0:type} » ({1:date}) est à venir : une prévision, pas un fait.";
export const lifecycleUnconfirmed = "Le texte dit peut-être « {0:type} » ; à confirmer ou à écarter.";
export const lifecycleProposalOpen =
  "L’activité est close, mais une proposition de modification du plan n’a jamais été tranchée.";
export const lifecycleOrderOpen =
  "L’ordre des événements n’est pas connu : l’état est l’un de ceux-ci : {0:states}.";
export const lifecycleOrderNotExamined =
  "Trop d’événements ont des dates imprécises pour examiner tous les ordres ; l’ordre des dates et du texte a été retenu.";

// Rows of observations.

export const rowOutsideProject =
  "L’indicateur {0:code} a des valeurs de périodes hors du projet (lignes {1:lines}).";
export const rowInFuture =
  "L’indicateur {0:code} a des valeurs de périodes qui n’ont pas commencé (lignes {1:lines}).";
export const rowNotWhole =
  "L’indicateur {0:code} est un décompte et a des valeurs qui ne sont pas des nombres entiers (lignes {1:lines}).";
export const rowNegative = "L’indicateur {0:code} a des valeurs négatives (lignes {1:lines}).";
export const rowPartsBeyondTotal =
  "Indicateur {0:code} : les parties d’un rapport dépassent son total (lignes {1:lines}).";
export const rowNumeratorBeyondDenominator =
  "L’indicateur {0:code} est un pourcentage et a des numérateurs supérieurs à leurs dénominateurs (lignes {1:lines}).";
export const rowTotalFell = "L’indicateur {0:code} est un cumul qui baisse (lignes {1:lines}).";
export const rowContradicts =
  "Indicateur {0:code} : des lignes d’une même source se contredisent (lignes {1:lines}).";
export const rowReplaced =
  "Indicateur {0:code} : des lignes ont été remplacées par d’autres de mêmes clés ({1:lines}).";

// Formulas that are not understood: clauses without a full stop.

export const formulaTooLong = "une formule peut avoir {0:limit} caractères";
export const formulaUnexpected =
  "caractère {0:position} : « {1:text} » n’est pas valide ; il faut {2:expected}";
export const formulaPoint = "un point décimal à côté de min et max";
export const formulaTerm =
  "un nombre, un code comme [1.1], une opération (+ − × ÷), min, max ou une parenthèse";
export const formulaEnd = "la formule s’arrête là où il faut {0:expected}";
export const formulaNested = "une formule peut avoir {0:limit} parenthèses imbriquées";
export const formulaCode = "[code], [code, baseline] ou [code, target]";
export const formulaNeeded = "une formule lisible ({0:reason})";
export const formulaExpected = "{0:path} : il faut {1:expected}";

// What was found instead of what was expected.

export const valueAbsent = "{0:where} manque ; il faut {1:expected}.";
export const valueUnexpected = "{0:where} : {1:found} n’est pas valide ; il faut {2:expected}.";
export const fieldUnknown = "{0:where} : champ inconnu, {1:name}.";
export const quoted = "« {0:text} »";

// Rows that are not admitted: where they are, and what was expected of them.

export const rowAlone = "Ligne {0:row}";
export const rowColumn = "Ligne {0:row}, {1:column}";
export const expectedNumberOrName = "un nombre ou un nom";
export const expectedText = "un texte";
export const expectedFinite = "un nombre fini";
export const expectedLevel = "un degré de l’échelle, ou bien 0 ou 1";
export const expectedNotNegative = "0 ou plus";
export const expectedIndicator = "un indicateur du cadre";
export const expectedPeriod = "une période du cadre";
export const expectedAxes = "des axes du cadre";
export const expectedCategory = "une catégorie de l’axe";
export const expectedInstant = "AAAA-MM-JJ ou AAAA-MM-JJTHH:MM:SSZ";
export const expectedValueOrNumerator = "soit une valeur, soit un numérateur";
export const expectedValueOrReason = "soit une valeur, soit la raison pour laquelle il n’y en a pas";
export const expectedReason = "to-be-determined ou no-data";
export const expectedOneValue =
  "une seule valeur par indicateur, période, source, lieu et catégories, ou un id pour chaque ligne";
export const expectedObject = "un objet";

// JSON texts.

export const jsonInvalid = "Ce n’est pas du JSON (ligne {0:line}).";
export const jsonKeyTwice = "Un objet nomme deux fois la clé « {1:key} » (ligne {0:line}).";
export const jsonTooDeep = "Ce JSON est imbriqué trop profondément (ligne {0:line}).";
export const jsonTooManyValues = "Ce JSON a trop de valeurs (ligne {0:line}).";
export const jsonListTooLong = "Une liste ou un objet de ce JSON a trop de membres (ligne {0:line}).";
export const jsonStringTooLong = "Un texte de ce JSON est trop long (ligne {0:line}).";
export const jsonTooLong = "Ce JSON a {0:characters} caractères ; la limite est de {1:limit}.";
export const expectedKeyOnce = "chaque clé une seule fois";

// A source of observations, and totals with their parts.

export const tooManyAxes = "{0:count} colonnes seraient des axes ; {1:limit} au plus le sont.";
export const partsSum = "La somme des parties par {0:axis} est {1:sum}, le total indique {2:total}.";
export const partExceedsTotal = "{0:category} : {1:part} dépasse le total de {2:total}.";

// What was expected of rows that are in the table.

export const expectedWithinProject = "des périodes comprises dans les dates du projet";
export const expectedBegun = "des périodes déjà commencées";
export const expectedWhole = "des nombres entiers";
export const expectedZeroOrMore = "des valeurs positives ou nulles";
export const expectedPartsWithin = "des parties qui ne dépassent pas le total";
export const expectedNumerators = "des numérateurs qui ne dépassent pas le dénominateur";
export const expectedNotFalling = "des cumuls qui ne diminuent pas";
export const expectedSameTotal = "des parties dont la somme donne le même total";
export const expectedOwnId = "un id pour les lignes qui sont des événements distincts";

// What was expected by rules.

export const expectedFrameworkCode = "un code du cadre";
export const expectedCoverAgency = "une agence de la page de garde";
export const expectedNewText = "un texte de cette période";
export const expectedWithinExpenditure = "au plus la dépense";
export const expectedTbd = "à déterminer";

// Parts of sentences of the rules, and locations in words.

export const theEvaluation = "Évaluation";
export const theCovidAdjustment = "Ajustement COVID-19";
export const beforeProject = "avant le début du projet";
export const afterProject = "après la fin du projet";
export const afterReportYear = "après l’année du rapport";
export const asInPreviousReport = ", comme dans le rapport précédent";
export const whereLine = "ligne {0:line}";

// Units of formulas: clauses without a full stop.

export const unitsNoIndicator = "il n’y a pas d’indicateur {0:code}";
export const unitsApart = "{0:operation} : {1:unit} et {2:other}";
export const unitsMultiplied = "× : {0:units} ; un seul terme peut avoir une unité";
export const plainNumber = "nombre";

// Currencies.

export const rateMissing = "{0:path} : il n’y a pas de taux pour {1:currency} au {2:day}.";

// The work plan.

export const activityTwice = "{0:code} figure deux fois au calendrier.";
export const activityUnknown = "{0:code} n’est pas au calendrier.";
export const activitiesInCircle = "Ces activités s’attendent l’une l’autre : {0:codes}.";
export const activityFinished = "{0:code} est achevée : elle ne peut plus être retardée.";
export const expectedActivityOnce = "chaque activité une seule fois";
export const expectedScheduled = "une activité du calendrier";
export const expectedNoCircle = "des dépendances sans cycle";
export const expectedUnfinished = "une activité inachevée";

// Money that is moved between lines.

export const moveLineUnknown = "Le budget n’a pas de ligne {0:id}.";
export const moveToItself = "La ligne {0:id} ne peut être transférée sur elle-même.";
export const moveNotAnAmount = "{0:amount} n’est pas un montant à transférer.";
export const moveCurrencies = "{0:from} ne peut être transféré en {1:to}.";
export const moveNotAvailable = "La ligne {0:id} dispose de {1:free}, moins que {2:amount}.";
export const moveNoLines = "Le budget n’a pas de lignes.";
export const moveMarker =
  "La part pour l’égalité des sexes passe de {0:before} à {1:after} et ne correspond plus à {2:marker}.";
export const moveApproval =
  "{0:name} s’écarte du budget approuvé de {1:share}, plus que {2:limit} : le fonds doit l’approuver.";
export const moveBelowMinimum =
  "La part pour {0:what} tombe à {1:share} ; le fonds demande au moins {2:minimum}.";
export const forGenderEquality = "l’égalité des sexes";
export const forMonitoring = "le suivi et l’évaluation";
export const moveEvaluation = "Il ne reste rien pour l’évaluation.";
export const moveIndirect =
  "{0:agency} : les coûts indirects sont de {1:found} ; au taux du fonds, ils seraient de {2:expected}.";
export const expectedLine = "une ligne du budget";
export const expectedTwoLines = "deux lignes";
export const expectedLines = "au moins une ligne";

// Answers of a survey.

export const surveyUnheard =
  "Aucune réponse n’est {0:yes}. Si c’est bien le cas, indiquez aussi les réponses qui signifient non (--no).";
export const expectedShareAnswer =
  "1, 0 ou rien, ou une réponse désignée comme oui (--yes), non (--no) ou absente (--missing)";
export const expectedNumberAnswer = "un nombre, ou rien";
export const expectedColumn = "une des colonnes {0:columns}";
export const expectedResponse = "au moins une réponse";
export const expectedAboveZero = "un nombre positif";
export const expectedName = "un nom";
export const expectedOneNumber = "un seul nombre";
export const expectedSampled = "au moins les {0:count} qui ont été tirés";
export const thePopulation = "La population";
export const thePopulationOf = "La population de la strate {0:stratum}";

// Tables of counts that cannot be protected.

export const tableTooLarge = "Le tableau a {0:cells} cellules ; {1:limit} au plus peuvent être protégées.";
export const tableNotACount = "{0:value} n’est pas valide ; il faut un nombre entier positif ou nul.";
export const tableCategoryUnknown = "{0:axis} : il n’y a pas de catégorie « {1:category} ».";
export const tableCellTwice = "La cellule {0:cell} est donnée deux fois.";
export const roundingBase = "Les valeurs s’arrondissent à un nombre entier de 2 ou plus, et non à {0:base}.";
export const runningTotalFell = "{0:cell} : le cumul a diminué de {1:fall} depuis la dernière publication.";
export const theTotal = "le total";
