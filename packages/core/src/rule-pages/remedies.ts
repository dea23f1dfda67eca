import type { Bilingual } from "../locale/index.ts";

const to = (en: string, fr: string): Bilingual => ({ en, fr });

/** What to do about what a rule finds, by rule. */
export const REMEDIES: Readonly<Record<string, Bilingual>> = {
  "breakdown-sum": to(
    "Compare the parts with the source: correct the part or the total that is wrong. If groups overlap, write “of which” before them",
    "Comparez les parties à la source : corrigez la partie ou le total erroné. Si les groupes se recoupent, faites-les précéder de « dont »",
  ),
  "breakdown-label-repeated": to(
    "Merge the two entries of the group, or give each its own name",
    "Fusionnez les deux mentions du groupe ou donnez à chacune son nom",
  ),
  "value-contradicted": to(
    "Find out which of the two numbers is right; correct the table or the text so that both say the same",
    "Vérifiez lequel des deux chiffres est exact ; corrigez le tableau ou le texte pour qu’ils concordent",
  ),
  "zero-or-unknown": to(
    "If the data are awaited, write “to be determined” in place of 0; if nothing was achieved, say so in the remark",
    "Si les données sont attendues, écrivez « à déterminer » à la place de 0 ; si rien n’a été réalisé, dites-le dans la remarque",
  ),
  "formula-invalid": to(
    "Correct the code that the formula refers to, or have it depend on other indicators",
    "Corrigez le code auquel la formule renvoie, ou fondez-la sur d’autres indicateurs",
  ),
  "formula-units": to(
    "Correct the unit of the indicator, or the formula: a share in percent is multiplied by 100",
    "Corrigez l’unité de l’indicateur ou la formule : une part en pour cent est multipliée par 100",
  ),
  "formula-contradicted": to(
    "Correct the value or the formula; leave the value out to have it computed",
    "Corrigez la valeur ou la formule ; sans valeur, elle est calculée",
  ),
  "units-differ": to(
    "Write baseline, target, milestone and progress in the same unit: all with “%”, or none",
    "Exprimez la base, la cible, l’étape et le progrès dans la même unité : tous avec « % », ou aucun",
  ),
  "share-out-of-range": to(
    "Correct the percentage. If it is a change, write it with its sign: +120%",
    "Corrigez le pourcentage. S’il s’agit d’une évolution, indiquez-en le signe : +120 %",
  ),
  "count-not-whole": to(
    "Check the thousands separator: write 1,200 in an English report, 1 200 in a French one",
    "Vérifiez le séparateur de milliers : 1 200 dans un rapport en français, 1,200 en anglais",
  ),
  "columns-shifted": to(
    "Move the row’s cells back into their columns",
    "Remettez les cellules de la ligne dans leurs colonnes",
  ),
  "remark-is-number": to(
    "Move the number to the column that it belongs to, and write the reasons in the remark",
    "Déplacez le nombre dans la colonne qui convient et indiquez les raisons dans la remarque",
  ),
  "marker-contradicts-share": to(
    "Correct the gender marker, or the amounts for gender equality in the budget, whichever is wrong",
    "Corrigez le marqueur de genre ou les montants consacrés à l’égalité des sexes dans le budget, selon ce qui est erroné",
  ),
  "agency-budgets-sum": to(
    "Correct the agencies’ budgets or the total on the cover page",
    "Corrigez les budgets des agences ou le total de la page de garde",
  ),
  "agency-budget-missing": to(
    "Give the budget of every recipient organisation on the cover page",
    "Indiquez sur la page de garde le budget de chaque organisation bénéficiaire",
  ),
  "budget-lines-sum": to(
    "Compare annex and cover page: correct a line, add one that is missing, or correct the total",
    "Comparez l’annexe et la page de garde : corrigez une ligne, ajoutez celle qui manque ou corrigez le total",
  ),
  "agency-lines-sum": to(
    "Correct the agency’s lines in the annex or its budget on the cover page",
    "Corrigez les lignes de l’agence dans l’annexe ou son budget sur la page de garde",
  ),
  "gewe-lines-sum": to(
    "Correct the shares for gender equality in the annex or the amount on the cover page",
    "Corrigez les parts consacrées à l’égalité des sexes dans l’annexe ou le montant de la page de garde",
  ),
  "gewe-within-budget": to(
    "Correct the amount for gender equality: it is a part of the budget, and its expenditure a part of it",
    "Corrigez le montant consacré à l’égalité des sexes : il fait partie du budget, et sa dépense en fait partie",
  ),
  "gewe-below-minimum": to(
    "Put a larger share of the budget to gender equality, or explain the exception to the Secretariat",
    "Consacrez une part plus grande du budget à l’égalité des sexes ou justifiez l’exception auprès du Secrétariat",
  ),
  "gewe-beyond-expenditure": to(
    "Check the expenditure on gender equality against the implementation rate",
    "Vérifiez la dépense pour l’égalité des sexes au regard du taux de mise en œuvre",
  ),
  "amount-within-budget": to(
    "Correct the amount: it cannot be larger than the total budget",
    "Corrigez le montant : il ne peut dépasser le budget total",
  ),
  "delivery-out-of-range": to(
    "Write the implementation rate as a percentage between 0 and 100",
    "Indiquez le taux de mise en œuvre en pourcentage, entre 0 et 100",
  ),
  "line-overcommitted": to(
    "Correct the line’s expenditure, or move money to the line by a reallocation",
    "Corrigez la dépense de la ligne ou abondez-la par une réallocation",
  ),
  "tranches-sum": to(
    "Correct the tranches so that they come to the agency’s budget and their shares to 100%",
    "Corrigez les tranches pour que leur somme soit le budget de l’agence et celle de leurs parts 100 %",
  ),
  "tranches-out-of-order": to("Correct the dates of the tranches", "Corrigez les dates des tranches"),
  "delivery-contradicted": to(
    "Compute the implementation rate from the annex’s expenditure, and correct the one that is out of date",
    "Recalculez le taux de mise en œuvre d’après les dépenses de l’annexe et corrigez celui qui n’est plus à jour",
  ),
  "indirect-support-rate": to(
    "Set the agency’s indirect support costs to 7% of its other costs",
    "Fixez les coûts indirects d’appui de l’agence à 7 % de ses autres coûts",
  ),
  "currency-mixed": to(
    "Give all amounts in the project’s currency",
    "Indiquez tous les montants dans la devise du projet",
  ),
  "evaluation-budget": to(
    "State the budget set aside for the evaluation",
    "Indiquez le budget réservé à l’évaluation",
  ),
  "dates-out-of-order": to(
    "Correct the start date or the end date",
    "Corrigez la date de début ou la date de fin",
  ),
  "report-outside-project": to(
    "Correct the report’s year or the project’s dates; add an extension that was approved",
    "Corrigez l’année du rapport ou les dates du projet ; ajoutez la prolongation approuvée",
  ),
  "last-six-months": to(
    "Answer the question by the project’s end date, or correct the date",
    "Répondez d’après la date de fin du projet ou corrigez cette date",
  ),
  "event-outside-project": to(
    "Correct the event’s date, or the project’s dates",
    "Corrigez la date de l’événement ou celles du projet",
  ),
  "event-refused": to(
    "Report the event that is missing before it, or remove this one",
    "Signalez l’événement qui manque avant celui-ci ou retirez-le",
  ),
  "delay-without-cause": to(
    "Name the cause of the delay or suspension in the report",
    "Indiquez dans le rapport la cause du retard ou de la suspension",
  ),
  "delay-overdue": to(
    "Report that the activity was resumed, or the new day until which it is delayed",
    "Signalez la reprise de l’activité ou la nouvelle date jusqu’à laquelle elle est retardée",
  ),
  "work-plan-outside-project": to(
    "Correct the planned dates, or ask for an extension of the project",
    "Corrigez les dates prévues ou demandez une prolongation du projet",
  ),
  "work-plan-order": to(
    "Move the activity behind those that it waits for, or correct the dependency",
    "Placez l’activité après celles dont elle dépend ou corrigez la dépendance",
  ),
  "periods-overlap": to(
    "Correct the first or last day of one of the periods",
    "Corrigez le premier ou le dernier jour de l’une des périodes",
  ),
  "duplicate-code": to("Give one of the two another code", "Donnez un autre code à l’un des deux"),
  "row-repeated": to(
    "Remove the second row; `cadre check --fix` does it",
    "Supprimez la seconde ligne ; `cadre check --fix` le fait",
  ),
  "code-misplaced": to(
    "Correct the code, or move the row below its outcome or output",
    "Corrigez le code ou placez la ligne sous son résultat ou son produit",
  ),
  "code-skipped": to(
    "Add the row that is missing, or number the rows anew",
    "Ajoutez la ligne qui manque ou renumérotez les lignes",
  ),
  "unknown-code": to(
    "Correct the code in the annex or the work plan, or add the output or activity to the framework",
    "Corrigez le code dans l’annexe ou le plan de travail, ou ajoutez le produit ou l’activité au cadre",
  ),
  "agency-repeated": to("Remove one of the two entries", "Supprimez l’une des deux mentions"),
  "line-unknown-agency": to(
    "Write the agency’s name as on the cover page, or add the agency there",
    "Écrivez le nom de l’agence comme sur la page de garde ou ajoutez-y l’agence",
  ),
  "convening-agency": to(
    "Mark one organisation on the cover page as the convening agency",
    "Désignez une organisation comme agence coordinatrice sur la page de garde",
  ),
  "focus-area-unknown": to(
    "Choose one of the fund’s focus areas, 1.1 to 4.3",
    "Choisissez l’un des domaines de priorité du fonds, de 1.1 à 4.3",
  ),
  "too-many-outcomes": to(
    "Contact PBSO: the template has space for four outcomes",
    "Contactez le PBSO : le canevas prévoit quatre résultats",
  ),
  "nothing-measured": to(
    "Add an indicator to the outcome or output",
    "Ajoutez un indicateur au résultat ou au produit",
  ),
  "indicator-repeated": to(
    "Reword one of the indicators, or remove it",
    "Reformulez l’un des indicateurs ou supprimez-le",
  ),
  "disaggregation-missing": to(
    "Report the value by the groups that the indicator names: 60, of which 35 women",
    "Ventilez la valeur selon les groupes que nomme l’indicateur : 60, dont 35 femmes",
  ),
  "text-over-limit": to("Shorten the text to the limit", "Abrégez le texte jusqu’à la limite"),
  "cell-over-limit": to(
    "Shorten the cell, and move the rest to the narrative",
    "Abrégez la cellule et déplacez le reste dans le texte du rapport",
  ),
  "rating-missing": to(
    "Rate the outcome: off track, on track, or on track with peacebuilding results",
    "Évaluez le résultat : « off track », « on track » ou « on track with peacebuilding results »",
  ),
  "rating-contradicted": to(
    "Review the rating, or explain in the summary of progress why it differs from the indicators",
    "Revoyez l’évaluation ou expliquez dans le résumé de progrès pourquoi elle diffère des indicateurs",
  ),
  "covid-category-unticked": to(
    "Tick the category of COVID-19 adjustment that the amount belongs to",
    "Cochez la catégorie d’ajustement COVID-19 dont relève le montant",
  ),
  "amount-unanswered": to(
    "Give the amount of the adjustment; write 0 where no money moved",
    "Indiquez le montant de l’ajustement ; écrivez 0 si aucun montant n’a été déplacé",
  ),
  "delivery-behind-time": to(
    "Explain in the report why money is spent more slowly than time passes, and what is planned",
    "Expliquez dans le rapport pourquoi les dépenses avancent moins vite que le temps et ce qui est prévu",
  ),
  "project-field-missing": to(
    "Fill in the field of the cover page",
    "Remplissez le champ de la page de garde",
  ),
  "monitoring-below-minimum": to(
    "Put at least 5% of the budget to monitoring and evaluation, or explain the exception to the Secretariat",
    "Consacrez au moins 5 % du budget au suivi et à l’évaluation ou justifiez l’exception auprès du Secrétariat",
  ),
  "narrative-missing": to("Answer the question in prose", "Répondez à la question par un texte"),
  "answer-missing": to("Answer the question by yes or no", "Répondez à la question par oui ou par non"),
  "baselines-answer": to(
    "Fill in the baselines that are missing, or change the answer",
    "Complétez les bases de référence qui manquent ou modifiez la réponse",
  ),
  "value-missing": to(
    "Fill in the value; write “to be determined” where it is not known yet",
    "Indiquez la valeur ; écrivez « à déterminer » si elle n’est pas encore connue",
  ),
  "unknown-field": to(
    "Correct the name of the field, or keep what it says under “extensions”",
    "Corrigez le nom du champ ou conservez ce qu’il contient sous « extensions »",
  ),
  "unknown-axis": to(
    "Correct the name of the axis, or define it in the framework",
    "Corrigez le nom de l’axe ou définissez-le dans le cadre",
  ),
  "defined-twice": to("Remove one of the two definitions", "Supprimez l’une des deux définitions"),
  "value-not-measurable": to(
    "Write a level of the scale, or an answer that is yes or no, or correct how the indicator is measured",
    "Indiquez un niveau de l’échelle ou une réponse par oui ou par non, ou corrigez la mesure de l’indicateur",
  ),
  "value-unlike-others": to(
    "Check the one value that differs; leave it if it is right",
    "Vérifiez la seule valeur qui diffère ; laissez-la si elle est exacte",
  ),
  "target-not-beyond-baseline": to(
    "Check baseline and target; where less is better, state the indicator’s direction",
    "Vérifiez la base et la cible ; si la valeur doit baisser, précisez le sens de l’indicateur",
  ),
  "milestone-below-baseline": to(
    "Check the digits of baseline and milestone; say in the remark where the milestone counts from the baseline on",
    "Vérifiez les chiffres de la base et de l’étape ; précisez dans la remarque si l’étape se compte à partir de la base",
  ),
  "milestone-beyond-target": to("Correct the milestone or the target", "Corrigez l’étape ou la cible"),
  "actual-far-beyond-target": to(
    "Check the digits of progress and target; explain the result in the remark if they are right",
    "Vérifiez les chiffres du progrès et de la cible ; s’ils sont exacts, expliquez le résultat dans la remarque",
  ),
  "to-be-determined": to(
    "Determine the value, by a baseline study for example, and write in the remark by when",
    "Déterminez la valeur, par une étude de référence par exemple, et indiquez l’échéance dans la remarque",
  ),
  "breakdown-in-narrative": to(
    "Copy the breakdown by sex into the indicator’s cell",
    "Reportez la ventilation par sexe dans la cellule de l’indicateur",
  ),
  "number-format": to(
    "Write thousands and decimals as the report’s language does: 9 937 and 9,9 in French, 9,937 and 9.9 in English",
    "Écrivez les milliers et les décimales comme dans la langue du rapport : 9 937 et 9,9 en français, 9,937 et 9.9 en anglais",
  ),
  "spelling-variant": to(
    "Use one spelling of the name throughout",
    "Utilisez partout la même graphie du nom",
  ),
  "breakdown-label-variant": to(
    "Use one spelling of the group in all rows",
    "Utilisez la même graphie du groupe dans toutes les lignes",
  ),
  "untidy-text": to(
    "Remove the superfluous spaces and line breaks; `cadre check --fix` does it",
    "Supprimez les espaces et les retours à la ligne superflus ; `cadre check --fix` le fait",
  ),
  "text-copied": to("Write what happened in this period", "Écrivez ce qui s’est passé pendant cette période"),
  "plan-changed": to(
    "Restore the approved value, or state the approval of the new one",
    "Rétablissez la valeur approuvée ou mentionnez l’approbation de la nouvelle",
  ),
  "actual-fell": to(
    "Check both reports: a running total does not fall. If an earlier value was wrong, say so in the remark",
    "Vérifiez les deux rapports : un cumul ne baisse pas. Si une valeur antérieure était erronée, dites-le dans la remarque",
  ),
  "row-outside-project": to(
    "Correct the row’s period or the project’s dates",
    "Corrigez la période de la ligne ou les dates du projet",
  ),
  "row-in-future": to("Correct the row’s period", "Corrigez la période de la ligne"),
  "row-not-whole": to(
    "Correct the value: what is counted is a whole number",
    "Corrigez la valeur : ce qui se compte est un nombre entier",
  ),
  "row-negative": to(
    "Correct the value; to take back an earlier one, report the row of the same keys anew",
    "Corrigez la valeur ; pour rectifier une valeur antérieure, rapportez à nouveau la ligne de mêmes clés",
  ),
  "row-parts-beyond-total": to(
    "Correct a part or the total of the same report",
    "Corrigez une partie ou le total du même rapport",
  ),
  "row-numerator-beyond-denominator": to(
    "Exchange or correct numerator and denominator",
    "Intervertissez ou corrigez le numérateur et le dénominateur",
  ),
  "row-total-fell": to(
    "Check whether the value is a running total; if it counts the period alone, set the indicator’s accumulation so",
    "Vérifiez si la valeur est un cumul ; si elle ne porte que sur la période, réglez le cumul de l’indicateur en conséquence",
  ),
  "row-contradicts": to(
    "Correct one of the rows; state the category `unknown` where not everybody’s sex or age is known",
    "Corrigez l’une des lignes ; indiquez la catégorie `unknown` si le sexe ou l’âge de certaines personnes n’est pas connu",
  ),
  "row-replaced": to(
    "Give rows that are events of their own an `id`; leave it where the later row corrects the earlier one",
    "Donnez un `id` aux lignes qui sont des événements distincts ; ne changez rien si la ligne plus récente corrige l’autre",
  ),
};
