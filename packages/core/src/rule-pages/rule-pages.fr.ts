import type { RuleId, SourceName } from "./rule-pages.en.ts";

/** Ce que chaque règle vérifie, et ce qu’il faut faire de ce qu’elle constate. */
export const pages: Readonly<Record<RuleId, readonly [about: string, remedy: string]>> = {
  "breakdown-sum": [
    "Les parties d’une partition (« soit ») totalisent le chiffre ; aucun groupe (« dont ») ne le dépasse",
    "Comparez les parties à la source : corrigez la partie ou le total erroné. Si les groupes se recoupent, faites-les précéder de « dont »",
  ],
  "breakdown-label-repeated": [
    "Chaque groupe d’une ventilation figure une fois",
    "Fusionnez les deux mentions du groupe ou donnez à chacune son nom",
  ],
  "value-contradicted": [
    "Le progrès du tableau n’est pas contredit par un chiffre sur le même objet dans le texte ou dans une remarque : un cumul différent, ou plus que ce que le tableau rapporte",
    "Vérifiez lequel des deux chiffres est exact ; corrigez le tableau ou le texte pour qu’ils concordent",
  ],
  "formula-invalid": [
    "La formule d’un indicateur renvoie à des indicateurs du cadre et ne dépend pas d’elle-même",
    "Corrigez le code auquel la formule renvoie, ou fondez-la sur d’autres indicateurs",
  ],
  "formula-units": [
    "Une formule n’additionne que des valeurs de même unité et donne un pourcentage si son indicateur est en pour cent",
    "Corrigez l’unité de l’indicateur ou la formule : une part en pour cent est multipliée par 100",
  ],
  "formula-contradicted": [
    "La valeur indiquée pour un indicateur doté d’une formule est celle que donne la formule, à l’arrondi près",
    "Corrigez la valeur ou la formule ; sans valeur, elle est calculée",
  ],
  "zero-or-unknown": [
    "On ne rapporte pas zéro quand la remarque dit que les chiffres sont attendus : inconnu n’est pas zéro",
    "Si les données sont attendues, écrivez « à déterminer » à la place de 0 ; si rien n’a été réalisé, dites-le dans la remarque",
  ],
  "units-differ": [
    "Base de donnée, cible, étape et progrès sont tous des pourcentages, ou aucun ne l’est ; zéro vaut pour les deux",
    "Exprimez la base, la cible, l’étape et le progrès dans la même unité : tous avec « % », ou aucun",
  ],
  "share-out-of-range": [
    "La part d’un tout est comprise entre 0 et 100 % ; une variation peut être plus grande",
    "Corrigez le pourcentage. S’il s’agit d’une évolution, indiquez-en le signe : +120 %",
  ],
  "count-not-whole": [
    "Un décompte est un nombre entier, jamais négatif : une fraction trahit un séparateur de milliers mal lu",
    "Vérifiez le séparateur de milliers : 1 200 dans un rapport en français, 1,200 en anglais",
  ],
  "columns-shifted": [
    "Aucune ligne du tableau des indicateurs n’est décalée d’une colonne. Il faut deux signes ensemble : de la prose dans le progrès et une remarque vide (décalage à gauche), ou un chiffre seul dans la remarque et de la prose dans la base de donnée (décalage à droite)",
    "Remettez les cellules de la ligne dans leurs colonnes",
  ],
  "remark-is-number": [
    "Une remarque donne des raisons : un nombre seul appartient sans doute à une autre colonne",
    "Déplacez le nombre dans la colonne qui convient et indiquez les raisons dans la remarque",
  ],
  "marker-contradicts-share": [
    "Le marqueur de genre déclaré concorde avec la part du budget pour l’égalité des sexes",
    "Corrigez le marqueur de genre ou les montants consacrés à l’égalité des sexes dans le budget, selon ce qui est erroné",
  ],
  "agency-budgets-sum": [
    "Les budgets des agences totalisent le budget du projet",
    "Corrigez les budgets des agences ou le total de la page de garde",
  ],
  "agency-budget-missing": [
    "Quand le budget d’une agence récipiendaire est donné, celui de chacune l’est",
    "Indiquez sur la page de garde le budget de chaque organisation bénéficiaire",
  ],
  "budget-lines-sum": [
    "Les lignes de l’annexe budgétaire totalisent le budget du projet",
    "Comparez l’annexe et la page de garde : corrigez une ligne, ajoutez celle qui manque ou corrigez le total",
  ],
  "agency-lines-sum": [
    "Les lignes de budget de chaque agence totalisent sa part de la page de garde",
    "Corrigez les lignes de l’agence dans l’annexe ou son budget sur la page de garde",
  ],
  "gewe-lines-sum": [
    "Les parts « égalité des sexes » des lignes du budget donnent le montant alloué sur la page de garde",
    "Corrigez les parts consacrées à l’égalité des sexes dans l’annexe ou le montant de la page de garde",
  ],
  "gewe-within-budget": [
    "On n’alloue pas à l’égalité des sexes plus que le budget, et on n’y dépense pas plus que le montant alloué",
    "Corrigez le montant consacré à l’égalité des sexes : il fait partie du budget, et sa dépense en fait partie",
  ],
  "gewe-below-minimum": [
    "Les lignes de l’annexe budgétaire consacrent à l’égalité des sexes au moins la part prévue par la politique : 15 % dans l’annexe D",
    "Consacrez une part plus grande du budget à l’égalité des sexes ou justifiez l’exception auprès du Secrétariat",
  ],
  "gewe-beyond-expenditure": [
    "On ne dépense pas plus pour l’égalité des sexes que le taux de mise en œuvre n’indique en tout (le taux est approximatif : un dixième est toléré)",
    "Vérifiez la dépense pour l’égalité des sexes au regard du taux de mise en œuvre",
  ],
  "amount-within-budget": [
    "Ni le budget de l’évaluation ni l’ajustement COVID-19 ne dépasse le budget total",
    "Corrigez le montant : il ne peut dépasser le budget total",
  ],
  "delivery-out-of-range": [
    "Le taux de mise en œuvre est compris entre 0 et 100 %",
    "Indiquez le taux de mise en œuvre en pourcentage, entre 0 et 100",
  ],
  "line-overcommitted": [
    "Les dépenses et les engagements d’une ligne du budget ne dépassent pas son montant",
    "Corrigez la dépense de la ligne ou abondez-la par une réallocation",
  ],
  "tranches-sum": [
    "Les tranches de chaque agence totalisent son budget, et leurs parts 100 %",
    "Corrigez les tranches pour que leur somme soit le budget de l’agence et celle de leurs parts 100 %",
  ],
  "tranches-out-of-order": [
    "Aucune agence n’a reçu une tranche avant la précédente, ni avant le premier transfert",
    "Corrigez les dates des tranches",
  ],
  "delivery-contradicted": [
    "Le taux de mise en œuvre de la page de garde concorde avec les dépenses de l’annexe budgétaire, si chaque ligne les donne (le taux est approximatif : cinq points sont tolérés)",
    "Recalculez le taux de mise en œuvre d’après les dépenses de l’annexe et corrigez celui qui n’est plus à jour",
  ],
  "indirect-support-rate": [
    "Les coûts d’appui indirects de chaque agence sont au taux de la politique (7 %) de ses autres coûts",
    "Fixez les coûts indirects d’appui de l’agence à 7 % de ses autres coûts",
  ],
  "currency-mixed": [
    "Tous les montants sont dans une même monnaie : sinon, ils ne s’additionnent ni ne se comparent",
    "Indiquez tous les montants dans la devise du projet",
  ],
  "evaluation-budget": [
    "L’évaluation a un budget (réponse obligatoire). S’il existe, il atteint la part du total prévue par la politique : 3 % par défaut. Aucun document du fonds dont nous disposons n’en fixe une ; elle est supposée, donc seulement à savoir",
    "Indiquez le budget réservé à l’évaluation",
  ],
  "dates-out-of-order": [
    "Le projet se termine après son début",
    "Corrigez la date de début ou la date de fin",
  ],
  "report-outside-project": [
    "L’année du rapport est une de celles du projet, ou la suivante",
    "Corrigez l’année du rapport ou les dates du projet ; ajoutez la prolongation approuvée",
  ],
  "last-six-months": [
    "La réponse sur les six derniers mois concorde avec la date de fin (avec un mois de marge)",
    "Répondez d’après la date de fin du projet ou corrigez cette date",
  ],
  "event-outside-project": [
    "Les événements des activités se situent entre le début et la fin du projet, et aucun après l’année du rapport",
    "Corrigez la date de l’événement ou celles du projet",
  ],
  "event-refused": [
    "Chaque événement d’une activité est admis par son état",
    "Signalez l’événement qui manque avant celui-ci ou retirez-le",
  ],
  "own-code-unknown": [
    "Le sens des codes propres à une agence est connu : son profil est fourni",
    "Fournissez le profil de l’agence, pour que ses états, événements et causes soient connus",
  ],
  "delay-without-cause": [
    "Un retard ou une suspension rapporté comme tel indique sa cause",
    "Indiquez dans le rapport la cause du retard ou de la suspension",
  ],
  "delay-overdue": [
    "Une activité retardée jusqu’à une date n’attend plus après cette date, ni après la fin du projet",
    "Signalez la reprise de l’activité ou la nouvelle date jusqu’à laquelle elle est retardée",
  ],
  "work-plan-outside-project": [
    "Les activités sont planifiées dans la durée du projet",
    "Corrigez les dates prévues ou demandez une prolongation du projet",
  ],
  "work-plan-order": [
    "Aucune activité ne finit avant de commencer, ni n’est planifiée avant ce que permet celle qu’elle attend",
    "Placez l’activité après celles dont elle dépend ou corrigez la dépendance",
  ],
  "periods-overlap": [
    "Les périodes de rapport ne se chevauchent pas en partie (un trimestre dans une année n’est pas un chevauchement)",
    "Corrigez le premier ou le dernier jour de l’une des périodes",
  ],
  "duplicate-code": [
    "Un code ne désigne qu’un seul résultat, produit, indicateur ou activité",
    "Donnez un autre code à l’un des deux",
  ],
  "row-repeated": [
    "Aucune ligne d’indicateur ne figure deux fois, identique dans chaque cellule. Correction : la seconde est supprimée",
    "Supprimez la seconde ligne ; `cadre check --fix` le fait",
  ],
  "code-misplaced": [
    "Un code commence par celui du résultat ou du produit dont il relève",
    "Corrigez le code ou placez la ligne sous son résultat ou son produit",
  ],
  "code-skipped": [
    "Les codes se suivent sans lacune : aucune ligne ne s’est perdue",
    "Ajoutez la ligne qui manque ou renumérotez les lignes",
  ],
  "unknown-code": [
    "Les lignes du budget et le plan de travail nomment des produits et des activités du cadre",
    "Corrigez le code dans l’annexe ou le plan de travail, ou ajoutez le produit ou l’activité au cadre",
  ],
  "agency-repeated": ["Chaque agence récipiendaire figure une fois", "Supprimez l’une des deux mentions"],
  "line-unknown-agency": [
    "Chaque ligne du budget et chaque tranche relève d’une agence de la page de garde, écrite de même. Correction : un nom qui ne diffère que par la casse, les accents, les espaces ou la ponctuation",
    "Écrivez le nom de l’agence comme sur la page de garde ou ajoutez-y l’agence",
  ],
  "convening-agency": [
    "De plusieurs agences récipiendaires, une seule est l’agence coordinatrice",
    "Désignez une organisation comme agence coordinatrice sur la page de garde",
  ],
  "focus-area-unknown": [
    "Le domaine de priorité est un de ceux du fonds (1.1 à 4.3). Correction : un code entouré d’autres mots ou de parenthèses",
    "Choisissez l’un des domaines de priorité du fonds, de 1.1 à 4.3",
  ],
  "too-many-outcomes": [
    "Il n’y a pas plus de résultats que le canevas n’en prévoit (quatre)",
    "Contactez le PBSO : le canevas prévoit quatre résultats",
  ],
  "nothing-measured": [
    "Chaque résultat et chaque produit a un indicateur",
    "Ajoutez un indicateur au résultat ou au produit",
  ],
  "indicator-repeated": [
    "Deux indicateurs d’un même produit, ou d’un même résultat, n’ont pas le même énoncé",
    "Reformulez l’un des indicateurs ou supprimez-le",
  ],
  "disaggregation-missing": [
    "Un indicateur dont l’énoncé demande une désagrégation la montre",
    "Ventilez la valeur selon les groupes que nomme l’indicateur : 60, dont 35 femmes",
  ],
  "text-over-limit": [
    "Chaque texte respecte la limite de caractères du canevas",
    "Abrégez le texte jusqu’à la limite",
  ],
  "cell-over-limit": [
    "Chaque cellule du tableau des indicateurs respecte la limite de caractères du canevas",
    "Abrégez la cellule et déplacez le reste dans le texte du rapport",
  ],
  "rating-missing": [
    "Un rapport évalue chaque résultat",
    "Évaluez le résultat : « off track », « on track » ou « on track with peacebuilding results »",
  ],
  "rating-contradicted": [
    "L’évaluation d’un résultat ne contredit pas ses indicateurs : « on track » sans rien d’atteint à mi-parcours, ou « off track » avec toutes les cibles atteintes. Il faut trois indicateurs calculables",
    "Revoyez l’évaluation ou expliquez dans le résumé de progrès pourquoi elle diffère des indicateurs",
  ],
  "covid-category-unticked": [
    "Quand de l’argent a été ajusté en raison de la COVID-19, une catégorie d’ajustement est cochée",
    "Cochez la catégorie d’ajustement COVID-19 dont relève le montant",
  ],
  "amount-unanswered": [
    "Quand des ajustements dus à la COVID-19 sont décrits ou cochés, leur montant est donné ; zéro est une réponse, une case vide n’en est pas une",
    "Indiquez le montant de l’ajustement ; écrivez 0 si aucun montant n’a été déplacé",
  ],
  "delivery-behind-time": [
    "L’exécution du budget ne reste pas loin derrière la durée écoulée",
    "Expliquez dans le rapport pourquoi les dépenses avancent moins vite que le temps et ce qui est prévu",
  ],
  "project-field-missing": [
    "La page de garde indique titre, pays, numéro, dates, budget et marqueurs",
    "Remplissez le champ de la page de garde",
  ],
  "monitoring-below-minimum": [
    "L’annexe budgétaire consacre au suivi et à l’évaluation au moins la part prévue par la politique : 5 % dans l’annexe D. Une annexe sans lignes de ce type n’est pas jugée : les activités peuvent les comprendre",
    "Consacrez au moins 5 % du budget au suivi et à l’évaluation ou justifiez l’exception auprès du Secrétariat",
  ],
  "narrative-missing": [
    "Les questions auxquelles tout rapport répond en texte ont une réponse ; dans les six derniers mois, aussi celles qui sont posées alors",
    "Répondez à la question par un texte",
  ],
  "answer-missing": [
    "Les questions fermées du canevas ont une réponse",
    "Répondez à la question par oui ou par non",
  ],
  "baselines-answer": [
    "Si le rapport dit que les indicateurs des résultats ont des bases de référence, ils en ont",
    "Complétez les bases de référence qui manquent ou modifiez la réponse",
  ],
  "value-missing": [
    "Un indicateur a une cible et, s’il en a une, une base de donnée ; un rapport donne son progrès si la cible est un chiffre. « À déterminer » est une réponse, rien n’en est pas une, ni un zéro",
    "Indiquez la valeur ; écrivez « à déterminer » si elle n’est pas encore connue",
  ],
  "value-unlike-others": [
    "Quand toutes les lignes du tableau des indicateurs sauf une disent la même chose pour la base, l’étape ou le progrès, celle-ci pose question : une faute de frappe peut-être. On compare les lignes dont les autres cellules contiennent les mêmes sortes de valeurs, six au moins ; un progrès accompagné de mots ou donné aussi dans les textes n’en est pas",
    "Vérifiez la seule valeur qui diffère ; laissez-la si elle est exacte",
  ],
  "target-not-beyond-baseline": [
    "La cible se situe au-delà de la base de donnée, dans le sens de l’indicateur. Sans sens indiqué, seuls les décomptes de résultats souhaités sont examinés",
    "Vérifiez la base et la cible ; si la valeur doit baisser, précisez le sens de l’indicateur",
  ],
  "milestone-below-baseline": [
    "L’étape d’un indicateur qui doit augmenter n’est pas sous la base de donnée. Zéro n’est pas une étape, et une étape peut se compter à partir de la base",
    "Vérifiez les chiffres de la base et de l’étape ; précisez dans la remarque si l’étape se compte à partir de la base",
  ],
  "milestone-beyond-target": [
    "Une étape ne va pas au-delà de la cible de fin de projet",
    "Corrigez l’étape ou la cible",
  ],
  "actual-far-beyond-target": [
    "Le progrès n’est pas plusieurs fois la cible (`farBeyondTarget`) : un chiffre a pu glisser",
    "Vérifiez les chiffres du progrès et de la cible ; s’ils sont exacts, expliquez le résultat dans la remarque",
  ],
  "to-be-determined": [
    "Ce qui reste à déterminer (énoncé, base de donnée, cible d’un indicateur), et depuis quand ; un avertissement après `toBeDeterminedMonths`",
    "Déterminez la valeur, par une étude de référence par exemple, et indiquez l’échéance dans la remarque",
  ],
  "breakdown-in-narrative": [
    "Une ventilation par sexe donnée dans le texte figure aussi dans le tableau",
    "Reportez la ventilation par sexe dans la cellule de l’indicateur",
  ],
  "number-format": [
    "Les nombres du texte suivent la langue du rapport : 9,937 en français, ou 9.937 en anglais, se lit de deux façons",
    "Écrivez les milliers et les décimales comme dans la langue du rapport : 9 937 et 9,9 en français, 9,937 et 9.9 en anglais",
  ],
  "spelling-variant": [
    "Un lieu ou une organisation s’écrit d’une seule façon : noms qui diffèrent d’une lettre à l’intérieur (six lettres ou plus) ou d’un accent. Les terminaisons ne comptent pas, ni les mots qui figurent aussi en minuscules, ni deux graphies courantes l’une et l’autre",
    "Utilisez partout la même graphie du nom",
  ],
  "breakdown-label-variant": [
    "Un groupe d’une ventilation et ce qui est compté s’écrivent d’une seule façon dans toutes les lignes : mots qui diffèrent d’une lettre (six lettres ou plus ; les terminaisons et les nombres ne comptent pas), et mots pour les femmes, les hommes ou les personnes faux d’une lettre",
    "Utilisez la même graphie du groupe dans toutes les lignes",
  ],
  "untidy-text": [
    "Noms et intitulés n’ont ni espace aux bouts, ni espace doublé, ni retour à la ligne. Correction : l’espace est réduit",
    "Supprimez les espaces et les retours à la ligne superflus ; `cadre check --fix` le fait",
  ],
  "text-copied": [
    "Un texte du rapport n’est pas celui du rapport précédent, mot pour mot (à partir de 80 caractères)",
    "Écrivez ce qui s’est passé pendant cette période",
  ],
  "plan-changed": [
    "Les bases de donnée et les cibles sont celles du rapport précédent, sauf révision approuvée par le fonds",
    "Rétablissez la valeur approuvée ou mentionnez l’approbation de la nouvelle",
  ],
  "actual-fell": [
    "Un décompte de ce qui a été fait ne baisse pas d’un rapport à l’autre",
    "Vérifiez les deux rapports : un cumul ne baisse pas. Si une valeur antérieure était erronée, dites-le dans la remarque",
  ],
  "row-outside-project": [
    "La période d’une valeur se situe entre les dates du projet",
    "Corrigez la période de la ligne ou les dates du projet",
  ],
  "row-in-future": [
    "La période d’une valeur a déjà commencé au jour du calcul",
    "Corrigez la période de la ligne",
  ],
  "row-not-whole": [
    "Ce qui se compte est un nombre entier",
    "Corrigez la valeur : ce qui se compte est un nombre entier",
  ],
  "row-negative": [
    "Les décomptes, les montants et les pourcentages ne sont pas négatifs",
    "Corrigez la valeur ; pour rectifier une valeur antérieure, rapportez à nouveau la ligne de mêmes clés",
  ],
  "row-parts-beyond-total": [
    "Les parties données par un rapport ne dépassent pas le total qu’il donne",
    "Corrigez une partie ou le total du même rapport",
  ],
  "row-numerator-beyond-denominator": [
    "Le numérateur d’un pourcentage ne dépasse pas son dénominateur",
    "Intervertissez ou corrigez le numérateur et le dénominateur",
  ],
  "row-total-fell": [
    "Un cumul ne baisse pas d’une période à l’autre",
    "Vérifiez si la valeur est un cumul ; si elle ne porte que sur la période, réglez le cumul de l’indicateur en conséquence",
  ],
  "row-contradicts": [
    "Ce qu’une source dit des mêmes personnes concorde : par sexe et par âge, d’un cercle et de sa région, d’un trimestre et de son année",
    "Corrigez l’une des lignes ; indiquez la catégorie `unknown` si le sexe ou l’âge de certaines personnes n’est pas connu",
  ],
  "row-replaced": [
    "Une ligne de mêmes clés enregistrée plus tard en remplace une autre : des lignes qui sont des événements distincts ont un id",
    "Donnez un `id` aux lignes qui sont des événements distincts ; ne changez rien si la ligne plus récente corrige l’autre",
  ],
  "unknown-field": [
    "Chaque champ d’un document existe dans le format ; les autres sont conservés dans extensions. Pour corriger, reprenez le nom proposé",
    "Corrigez le nom du champ ou conservez ce qu’il contient sous « extensions »",
  ],
  "unknown-axis": [
    "Les indicateurs sont ventilés par des axes que le document définit",
    "Corrigez le nom de l’axe ou définissez-le dans le cadre",
  ],
  "value-not-measurable": [
    "Une valeur sur une échelle correspond à l’un de ses niveaux, et une réponse vaut 1 (oui) ou 0 (non)",
    "Indiquez un niveau de l’échelle ou une réponse par oui ou par non, ou corrigez la mesure de l’indicateur",
  ],
  "defined-twice": [
    "Périodes, axes, catégories, lignes de budget et activités planifiées ne sont définis qu’une fois",
    "Supprimez l’une des deux définitions",
  ],
};

/** Où les règles sont écrites. */
export const sources: Readonly<Record<SourceName, string>> = {
  annex: "Annexe budgétaire",
  arithmetic: "Arithmétique",
  budgetPolicy: "La source de la politique budgétaire (canevas du document de projet PBF, depuis 2018)",
  consistency: "La cohérence du document avec lui-même",
  cover: "Canevas du rapport, page de garde",
  focusAreas: "Domaines de priorité du PBF",
  framework: "Cadre de résultats : un code est un nom",
  limits: "Canevas du rapport, la limite imprimée derrière chaque question",
  machine: "Les états d’une activité et ce que chacun admet",
  ours: "De Cadre : le signe d’une erreur, pas une règle du fonds",
  ourPolicy: "De Cadre : le chiffre est une donnée de la politique et peut être remplacé",
  part1: "Canevas du rapport, partie I",
  part2: "Canevas du rapport, partie II",
  part3: "Canevas du rapport, partie III",
  part4: "Canevas du rapport, partie IV",
  part5: "Canevas du rapport, partie V",
  previous: "Comparaison avec le rapport précédent, s’il est donné",
  workPlan: "Plan de travail",
};
