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
  "caractère {0:position} : « {1:text} » n’est pas valide ; il faut un nombre, un code comme [1.1], une opération (+ − × ÷), min, max ou une parenthèse";
export const formulaComma =
  "caractère {0:position} : « {1:text} » n’est pas valide ; à côté de min et max, il faut un point décimal";
export const formulaEnd =
  "la formule s’arrête là où il faut un nombre, un code comme [1.1], une opération (+ − × ÷), min, max ou une parenthèse";
export const formulaNested = "une formule peut avoir {0:limit} parenthèses imbriquées";
export const formulaReference =
  "caractère {0:position} : « [{1:text}] » n’est pas valide ; il faut [code], [code, baseline] ou [code, target]";
export const formulaNeeded = "une formule lisible ({0:reason})";
export const formulaExpected = "{0:path} : il faut {1:expected}";

// Ce qui a été trouvé au lieu de ce qu’il fallait.

export const valueAbsent = "{0:where} manque ; il faut {1:expected}.";
export const valueUnexpected = "{0:where} : {1:found} n’est pas valide ; il faut {2:expected}.";
export const fieldUnknown = "{0:where} : champ inconnu, {1:name}.";
export const quoted = "« {0:text} »";

// Les lignes refusées : où elles sont, et ce qu’il y fallait.

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
