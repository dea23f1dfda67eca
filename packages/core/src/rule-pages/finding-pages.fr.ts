import type { CoreCode } from "./finding-pages.en.ts";

/** Ce que disent les constats et refus qu’aucune règle ne produit, et ce qu’il faut faire de chacun. */
export const pages: Readonly<Record<CoreCode, readonly [about: string, remedy: string]>> = {
  "json-invalid": ["Un fichier JSON suit la grammaire de JSON", "Corrigez le fichier à la ligne nommée"],
  "json-duplicate-key": [
    "Un objet JSON a chaque clé une seule fois. Avec deux, on ne sait laquelle compte",
    "Supprimez l’une des deux",
  ],
  "json-too-long": [
    "Le JSON est lu jusqu’à une certaine longueur",
    "Divisez le fichier, ou relevez la limite dans les options",
  ],
  "json-too-deep": [
    "Le JSON est lu jusqu’à une certaine profondeur",
    "Vérifiez le fichier : aucun document de Cadre n’est aussi imbriqué",
  ],
  "json-too-many-values": [
    "Le JSON est lu jusqu’à un certain nombre de valeurs",
    "Divisez le fichier, ou relevez la limite dans les options",
  ],
  "json-string-too-long": [
    "Un texte en JSON a une longueur limitée",
    "Abrégez le texte, ou relevez la limite dans les options",
  ],
  "json-list-too-long": [
    "Une liste en JSON a une longueur limitée",
    "Divisez la liste, ou donnez les lignes en CSV, en Parquet ou dans une base de données, lus au fil de l’eau",
  ],
  "framework-invalid": [
    "Un document a les champs de son format, chacun de son type",
    "Corrigez le champ nommé. Le schéma JSON du format aide les éditeurs à le faire",
  ],
  "measurement-invalid": [
    "Un cadre de mesure a des indicateurs, des périodes et des axes",
    "Corrigez le champ nommé",
  ],
  missing: [
    "Une ligne nomme son indicateur, sa période et une valeur",
    "Complétez ce qui manque, ou supprimez la ligne",
  ],
  "not-a-row": ["Une ligne est un objet avec des champs nommés", "Donnez chaque ligne comme un objet"],
  "not-text": [
    "Les noms et les codes sont des textes",
    "Écrivez le code comme texte : « 1.10 » et 1.1 sont différents",
  ],
  "not-a-number": [
    "Une valeur est un nombre fini",
    "Écrivez le nombre, ou supprimez la ligne s’il n’y en a pas",
  ],
  "out-of-range": [
    "Une valeur sur une échelle correspond à l’un de ses niveaux, et une réponse vaut 1 (oui) ou 0 (non)",
    "Corrigez la valeur, ou l’échelle de l’indicateur",
  ],
  "negative-denominator": ["Un dénominateur est supérieur ou égal à 0", "Corrigez le dénominateur"],
  "value-and-reason": [
    "Une ligne a soit une valeur, soit une raison pour laquelle elle n’en a pas",
    "Supprimez la raison, ou la valeur si elle n’est pas encore connue",
  ],
  "not-a-reason": [
    "Une ligne sans valeur indique `to-be-determined` (à déterminer) ou `no-data` (pas de données)",
    "Écrivez l’une des deux, ou supprimez la raison et indiquez la valeur",
  ],
  "value-and-numerator": [
    "Une ligne a soit une valeur, soit un numérateur et un dénominateur",
    "Supprimez la valeur : elle découle des deux autres",
  ],
  "unknown-indicator": [
    "Une ligne nomme un indicateur du cadre",
    "Corrigez le code, ou ajoutez l’indicateur",
  ],
  "unknown-period": ["Une ligne nomme une période du cadre", "Corrigez la période, ou ajoutez-la au cadre"],
  "unknown-category": [
    "Une ligne nomme des catégories que ses axes possèdent",
    "Corrigez la catégorie, ou ajoutez-la à l’axe",
  ],
  "not-an-instant": [
    "Le moment où une ligne a été connue est un jour ou un instant",
    "Écrivez-le comme 2021-06-30 ou 2021-06-30T12:00:00Z",
  ],
  "rows-conflict": [
    "Les lignes d’un même indicateur, période, source, lieu et groupe, connues au même moment, disent la même chose",
    "Donnez un id à chaque ligne si elles s’additionnent, dites laquelle remplace l’autre, ou corrigez-en une",
  ],
  "too-many-axes": [
    "Les combinaisons des catégories des axes sont assez peu nombreuses pour être numérotées",
    "Retirez un axe que personne ne demande, ou regroupez des catégories",
  ],
  "partition-sum": [
    "La somme des parties d’une partition est son total",
    "Corrigez une partie ou le total, ou dites quelle catégorie n’est pas rapportée",
  ],
  "part-exceeds-total": [
    "Un groupe n’est pas plus grand que l’ensemble",
    "Corrigez la valeur du groupe ou le total",
  ],
  "annex-fact-differs": [
    "Le rapport et son annexe budgétaire disent la même chose du projet",
    "Corrigez le document qui n’est plus à jour",
  ],
  "annex-budget-differs": [
    "La somme des lignes de l’annexe est le budget du rapport",
    "Ajoutez la ligne qui manque, corrigez une ligne ou le budget du rapport",
  ],
  "annex-agency-budget-differs": [
    "La somme des lignes d’une organisation est son budget dans le rapport",
    "Corrigez une ligne de l’organisation, ou son budget dans le rapport",
  ],
  "annex-currency-differs": [
    "Le rapport et son annexe sont dans la même devise",
    "Donnez l’annexe dans la devise du rapport, ou indiquez le taux",
  ],
  "annex-gewe-differs": [
    "Ce que les lignes consacrent à l’égalité des sexes correspond au montant du rapport",
    "Corrigez les parts des lignes, ou le montant du rapport",
  ],
  "annex-marker-contradicted": [
    "Le marqueur de genre correspond à la part des lignes pour l’égalité des sexes",
    "Corrigez les parts des lignes, ou consultez le Secrétariat sur le marqueur",
  ],
  "annex-delivery-differs": [
    "Le taux de mise en œuvre du rapport découle des dépenses de l’annexe",
    "Recalculez le taux, ou mettez les dépenses à jour",
  ],
  "annex-spent-below-gewe": [
    "Les dépenses pour l’égalité des sexes font partie de toutes les dépenses",
    "Corrigez le montant du rapport, ou les dépenses de l’annexe",
  ],
  "annex-tranches-differ": [
    "La somme des tranches d’une organisation est son budget",
    "Corrigez une tranche, ou le budget du rapport",
  ],
  "annex-transfer-differs": [
    "Le rapport et son annexe s’accordent sur les tranches reçues",
    "Corrigez le document qui n’est plus à jour",
  ],
  "annex-without-lines": [
    "Une annexe budgétaire a des lignes budgétaires",
    "Vérifiez que l’annexe est le bon fichier et que son tableau a les en-têtes du formulaire",
  ],
  "annex-agency-unknown": [
    "Une organisation de l’annexe est une organisation bénéficiaire du rapport",
    "Corrigez le nom, ou ajoutez l’organisation au rapport",
  ],
  "annex-agency-without-lines": [
    "Chaque organisation bénéficiaire du rapport a des lignes dans l’annexe",
    "Ajoutez ses lignes à l’annexe, ou corrigez son nom",
  ],
  "annex-output-unknown": [
    "Un produit de l’annexe est un produit du rapport",
    "Corrigez le numéro du produit",
  ],
  "annex-output-without-lines": [
    "Chaque produit du rapport a des lignes dans l’annexe",
    "Ajoutez ses lignes à l’annexe, ou expliquez pourquoi il ne coûte rien",
  ],
  "annex-activity-unreported": [
    "Une activité de l’annexe peut être citée dans le rapport",
    "Il n’y a rien à faire, sauf si le rapport devait en parler",
  ],
  "budget-empty": ["L’argent se déplace entre les lignes d’un budget", "Donnez un budget qui a des lignes"],
  "unknown-line": [
    "L’argent se déplace d’une ligne du budget à une autre",
    "Corrigez l’identifiant de la ligne",
  ],
  "same-line": ["L’argent se déplace entre deux lignes", "Nommez une autre ligne"],
  "not-an-amount": [
    "Un montant déplacé est supérieur à 0",
    "Pour reprendre de l’argent, intervertissez les deux lignes",
  ],
  "not-available": [
    "Une ligne cède au plus ce qu’elle n’a ni dépensé ni engagé",
    "Déplacez moins, ou prenez le reste sur une autre ligne",
  ],
  "currencies-differ": [
    "Des montants déplacés ou additionnés sont dans la même devise",
    "Convertissez d’abord le montant",
  ],
  "rate-missing": [
    "Un montant dans une autre devise est converti au taux de son mois",
    "Ajoutez le taux au tableau, ou dites quel taux en tient lieu",
  ],
  "evaluation-removed": [
    "Un budget réserve de l’argent à l’évaluation",
    "Gardez une ligne pour l’évaluation, ou convenez de son financement avec le Secrétariat",
  ],
  "indirect-costs-differ": [
    "Les coûts indirects d’appui sont un taux des autres coûts d’une organisation",
    "Ajustez les coûts indirects des organisations entre lesquelles l’argent a été déplacé",
  ],
  "marker-no-longer-agrees": [
    "Le marqueur de genre correspond à la part du budget pour l’égalité des sexes, même après un déplacement",
    "Rendez de l’argent aux lignes pour l’égalité des sexes, ou convenez du marqueur avec le Secrétariat",
  ],
  "move-needs-approval": [
    "Un déplacement de plus d’une certaine part du budget d’un résultat ou d’une catégorie demande une approbation",
    "Demandez au Secrétariat une révision budgétaire",
  ],
  "activity-twice": [
    "Un plan de travail a chaque activité une seule fois",
    "Supprimez l’une des deux, ou donnez-lui son propre code",
  ],
  "unknown-activity": ["Une activité attend des activités du plan de travail", "Corrigez le code"],
  "dependency-cycle": [
    "Des activités qui s’attendent en cercle ne peuvent jamais commencer",
    "Supprimez l’une des dépendances",
  ],
  "survey-response": [
    "Une réponse d’enquête a les colonnes de son plan de sondage",
    "Corrigez la ligne nommée",
  ],
  "small-count-in-text": [
    "Un texte peut citer un nombre de personnes trop petit pour être publié",
    "Écrivez « quelques » à la place du nombre, ou retirez la phrase",
  ],
};
