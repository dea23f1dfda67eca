import type { DocumentCode } from "./pages.en.ts";

/** Ce que dit chaque constat des lecteurs et des rédacteurs de documents, et ce qu’il faut faire. */
export const pages: Readonly<Record<DocumentCode, readonly [about: string, remedy: string]>> = {
  "input-empty": [
    "Un fichier contient du texte",
    "Vérifiez que le fichier a été enregistré ou téléchargé en entier",
  ],
  "input-too-large": [
    "Un fichier n’est pas plus grand que le plus grand rapport envisageable",
    "Retirez les images et les annexes, ou enregistrez le rapport seul",
  ],
  "input-not-text": [
    "Un fichier texte est du texte, en UTF-8, en UTF-16 ou dans une page de codes de Windows",
    "Ouvrez le fichier dans son propre logiciel et enregistrez-le en .docx, en .pdf ou en texte",
  ],
  "input-old-word": [
    "Les documents Word de 2003 et d’avant (.doc) ne sont pas lus",
    "Enregistrez le document en .docx, dans Word ou par `soffice --headless --convert-to docx FICHIER.doc`",
  ],
  "input-old-excel": [
    "Les classeurs Excel de 2003 et d’avant (.xls) ne sont pas lus",
    "Enregistrez le classeur en .xlsx, dans Excel ou par `soffice --headless --convert-to xlsx FICHIER.xls`",
  ],
  "input-spreadsheet": [
    "Les feuilles de calcul OpenDocument (.ods) ne sont pas lues",
    "Enregistrez la feuille en .xlsx, ou convertissez-la par `soffice --headless --convert-to xlsx FICHIER.ods`",
  ],
  "input-encrypted": [
    "Un document protégé par un mot de passe n’est pas lu",
    "Ouvrez le document et enregistrez-le sans mot de passe",
  ],
  "input-picture": [
    "Une image ne contient pas de texte",
    "Demandez le fichier Word ou lancez une reconnaissance de texte : `ocrmypdf --image-dpi 300 in.png out.pdf`",
  ],
  "input-format": ["Le format du fichier n’est pas lu", "Enregistrez le fichier en .docx ou en PDF"],
  "input-not-word": [
    "Le fichier est un autre document qu’un document Word",
    "Vérifiez le fichier ou enregistrez-le en .docx dans Word",
  ],
  "input-not-odt": [
    "Le fichier est un autre document qu’un texte OpenDocument",
    "Enregistrez un texte en .odt ou en .docx, et une feuille de calcul en .xlsx",
  ],
  "not-a-workbook": [
    "Le fichier n’a pas de liste de feuilles, comme en a tout classeur Excel",
    "Ouvrez le fichier dans un tableur et enregistrez-le en .xlsx",
  ],
  "package-broken": [
    "Un document bureautique est une archive (zip) de plusieurs parties, et celle-ci est abîmée",
    "Procurez-vous de nouveau le fichier, ou laissez Word le réparer et enregistrez-le",
  ],
  "package-too-large": [
    "Une archive décompressée ne dépasse pas ce qu’un document de son type peut contenir. Les plus grandes sont refusées avant de remplir la mémoire",
    "Enregistrez de nouveau le document dans son propre logiciel. S’il reste aussi grand, retirez des images",
  ],
  "package-name": [
    "Les noms des parties d’une archive sont tous différents et ne mènent pas hors de celle-ci",
    "N’ouvrez pas le fichier si vous n’en connaissez pas l’auteur. Enregistrez-le de nouveau dans son propre logiciel",
  ],
  "package-encrypted": [
    "Les parties de l’archive sont chiffrées",
    "Enregistrez le document sans mot de passe",
  ],
  "part-missing": [
    "Il manque à l’archive une partie que tout document de ce type contient",
    "Ouvrez le document dans son propre logiciel et enregistrez-le de nouveau",
  ],
  "xml-broken": [
    "Les parties d’un document bureautique sont du XML bien formé",
    "Ouvrez le document dans son propre logiciel et enregistrez-le de nouveau",
  ],
  "xml-doctype": [
    "Aucun document bureautique ne déclare de type de document ni d’entités, qui peuvent servir à attaquer un lecteur",
    "Enregistrez de nouveau le document dans son propre logiciel",
  ],
  "xml-too-large": [
    "Une partie compte plus d’éléments que tout rapport ou toute annexe",
    "Retirez ce qui ne fait pas partie du rapport, puis enregistrez-le de nouveau",
  ],
  "html-too-large": [
    "Une page compte plus d’éléments, ou des éléments plus imbriqués, que tout rapport",
    "Enregistrez comme page à part ce qui est le rapport",
  ],
  "rtf-too-large": [
    "Le fichier compte plus de paragraphes ou de groupes que tout rapport",
    "Enregistrez le document en .docx",
  ],
  "odt-too-large": [
    "Le document compte plus de paragraphes ou de cellules que tout rapport",
    "Enregistrez à part ce qui est le rapport",
  ],
  "pdf-too-large": ["Le PDF est plus grand que tout rapport", "Enregistrez à part les pages du rapport"],
  "pdf-broken": [
    "Le PDF ne peut être lu",
    "Ouvrez-le dans une visionneuse et imprimez-le dans un nouveau PDF, ou demandez le fichier Word",
  ],
  "pdf-encrypted": ["Un mot de passe protège le PDF", "Enregistrez le PDF sans mot de passe"],
  "pdf-scan": [
    "Les pages du PDF sont des images sans texte",
    "Demandez le fichier Word ou lancez une reconnaissance de texte : `ocrmypdf in.pdf out.pdf`",
  ],
  "page-without-text": [
    "Certaines pages sont des images et n’ont pas été lues",
    "Regardez ces pages. Si elles contiennent le tableau, demandez le fichier Word ou lancez une reconnaissance de texte",
  ],
  "text-clipped": [
    "Du texte dépasse le bord d’une page, et ce qui dépasse n’est pas dans le fichier",
    "Refaites le PDF à partir du fichier Word, avec une page assez large",
  ],
  "columns-by-gaps": [
    "Un tableau sans filets est lu d’après les espaces entre ses mots, ce qui est moins sûr",
    "Comparez les valeurs avec le document, ou faites lire le fichier Word",
  ],
  "sheet-too-large": [
    "Une feuille compte plus de cellules que toute annexe",
    "Supprimez les lignes et colonnes vides mais mises en forme, puis enregistrez le classeur",
  ],
  "cell-too-long": [
    "Une cellule contient plus de texte qu’un tableur ne le permet",
    "Ouvrez le classeur dans un tableur et enregistrez-le de nouveau",
  ],
  "picture-unread": [
    "Les images ne sont pas lues. Un tableau qui est une image manque dans ce qui a été lu",
    "Regardez si une image montre un tableau ou une valeur, et saisissez-les",
  ],
  "object-unread": [
    "Les objets incorporés, comme une feuille Excel dans un texte, ne sont pas lus",
    "Regardez si un objet contient des valeurs du rapport, et portez-les dans le texte",
  ],
  "part-unread": [
    "Un document peut intégrer des parties d’autres formats, qui ne sont pas lues",
    "Ouvrez le document, collez ces parties comme texte, enregistrez-le",
  ],
  "symbol-unread": [
    "Un symbole d’une police spéciale ne correspond à aucune lettre connue",
    "Cherchez les endroits marqués � et écrivez ce qui est voulu",
  ],
  "note-aside": [
    "Les notes de bas de page, les notes de fin et les zones de texte ne sont pas lues avec le texte qui les entoure",
    "Si la note fait partie d’une valeur ou d’une réponse, écrivez-la à cet endroit",
  ],
  "hidden-text": ["Le texte masqué n’est pas lu", "Affichez le texte s’il doit être lu, sinon supprimez-le"],
  "tracked-changes": [
    "Un document avec des modifications suivies est lu comme si elles étaient toutes acceptées",
    "Acceptez ou refusez les modifications avant l’envoi du rapport",
  ],
  "comments-ignored": [
    "Les commentaires ne font pas partie du rapport et ne sont pas lus",
    "Réglez les commentaires avant l’envoi du rapport",
  ],
  "macros-ignored": [
    "Les macros ne sont ni exécutées ni lues",
    "Il n’y a rien à faire. N’exécutez pas les macros d’un fichier dont vous ne connaissez pas l’auteur",
  ],
  "external-ignored": [
    "Un document peut renvoyer à des éléments extérieurs. Rien n’est téléchargé",
    "Si ces éléments font partie du rapport, intégrez-les au document",
  ],
  "external-links-ignored": [
    "Un classeur peut reprendre des valeurs d’autres fichiers. Les valeurs qu’il conserve sont lues, et aucun fichier n’est ouvert",
    "Ouvrez le classeur à côté des autres fichiers et enregistrez-le, afin que ses valeurs soient à jour",
  ],
  "hidden-sheet": [
    "Une feuille masquée est lue comme celles qui sont affichées",
    "Regardez si la feuille masquée doit compter. Sinon, supprimez-la",
  ],
  "hidden-rows": [
    "Les lignes masquées sont lues comme celles qui sont affichées",
    "Regardez si les lignes masquées doivent compter. Sinon, supprimez-les",
  ],
  "hidden-columns": [
    "Les colonnes masquées sont lues comme celles qui sont affichées",
    "Regardez si les colonnes masquées doivent compter. Sinon, supprimez-les",
  ],
  "report-unrecognised": [
    "Un rapport se reconnaît aux rubriques du rapport de progrès du fonds, en français ou en anglais",
    "Vérifiez qu’il s’agit du rapport de progrès. `cadre inspect` lit aussi un document de projet ou une annexe",
  ],
  "framework-missing": [
    "Un document de projet a un cadre de résultats en annexe B : un tableau des résultats, produits, indicateurs, moyens de vérification et jalons",
    "Vérifiez que l’annexe est dans le fichier, sous forme de tableau et non d’image",
  ],
  "table-missing": [
    "Un rapport se termine par un tableau des indicateurs",
    "Vérifiez que le tableau est dans le fichier, avec les en-têtes du canevas, et qu’il n’est pas une image",
  ],
  "table-empty": [
    "Le tableau des indicateurs a une ligne pour chaque indicateur",
    "Remplissez le tableau des indicateurs",
  ],
  "label-missing": [
    "Le canevas pose chaque question sous sa propre rubrique",
    "Rétablissez le libellé de la question comme dans le canevas, si elle a été posée",
  ],
  "label-unknown": [
    "Une question qui n’est dans aucun canevas connu est conservée avec sa réponse",
    "Il n’y a rien à faire, sauf si la question est une de celles du canevas sous un autre libellé",
  ],
  "label-misspelt": [
    "Une rubrique qui diffère d’un signe de celle du canevas est lue comme celle-ci",
    "Corrigez la rubrique",
  ],
  "field-repeated": [
    "Un rapport répond une seule fois à chaque question. La première réponse non vide est retenue",
    "Supprimez la partie répétée ou réunissez les deux réponses",
  ],
  "field-unread": [
    "Les dates, montants, parts et choix s’écrivent de façon qu’une seule lecture soit possible",
    "Écrivez la réponse comme elle est attendue à cet endroit",
  ],
  "text-unrecognised": [
    "Un texte qui n’appartient à aucune partie du canevas est signalé, afin que rien ne se perde en silence",
    "Placez le texte là où il doit être, ou laissez-le s’il s’agit d’un ajout",
  ],
  "outcome-title-differs": [
    "Un résultat a le même intitulé dans la partie II et dans le tableau. Celui du tableau est retenu",
    "Employez le même intitulé aux deux endroits",
  ],
  "outcome-without-rows": [
    "Chaque résultat de la partie II a ses lignes dans le tableau des indicateurs",
    "Ajoutez au tableau les indicateurs du résultat, ou supprimez le résultat de la partie II",
  ],
  "heading-missing": [
    "Chaque résultat a son propre titre dans la partie II, suivi de son appréciation et de ses réponses",
    "Écrivez le titre du résultat au-dessus de son appréciation",
  ],
  "agency-unnamed": [
    "Une organisation dotée d’un budget est l’une des organisations bénéficiaires",
    "Ajoutez l’organisation à la liste ou corrigez son nom",
  ],
  "amount-repeated": [
    "Une organisation a un seul montant dans le tableau des budgets. Le premier est retenu",
    "Supprimez la ligne répétée ou additionnez les montants en une seule",
  ],
  "date-day-assumed": [
    "Un jour que le rapport n’indique pas est pris comme le premier ou le dernier de son mois",
    "Écrivez la date complète",
  ],
  "column-missing": [
    "Le tableau a les colonnes du canevas",
    "Rétablissez l’en-tête de la colonne comme dans le canevas, ou ajoutez la colonne",
  ],
  "column-unknown": [
    "Une colonne que le canevas n’a pas est conservée comme texte",
    "Il n’y a rien à faire, sauf si la colonne est une de celles du canevas sous un autre en-tête",
  ],
  "column-repeated": [
    "Une colonne n’apparaît qu’une fois. La première est lue",
    "Supprimez la colonne répétée ou renommez-la",
  ],
  "head-uneven": [
    "Chaque ligne a les cellules que l’en-tête du tableau annonce",
    "Corrigez l’en-tête : il lui manque une colonne, ou il en a une de trop",
  ],
  "head-repeated": [
    "Un résultat ou un produit introduit ses lignes une seule fois",
    "Supprimez l’intitulé répété ou corrigez son numéro",
  ],
  "head-without-indicators": [
    "Le tableau du rapport n’a de lignes que pour les indicateurs : un intitulé sans indicateur ne peut être relu",
    "Donnez un indicateur au résultat ou au produit, ou écrivez plutôt un document de projet",
  ],
  "row-without-code": [
    "Une ligne du tableau appartient à un indicateur qui a un code",
    "Écrivez le code de l’indicateur au début de sa cellule",
  ],
  "code-assigned": [
    "Un indicateur sans code en reçoit un d’après sa position, afin de pouvoir être nommé",
    "Reportez dans le tableau les codes du document de projet",
  ],
  "row-misplaced": [
    "Une ligne se trouve sous le résultat ou le produit que son code désigne",
    "Déplacez la ligne ou corrigez son code",
  ],
  "row-incomplete": [
    "Une ligne a autant de cellules que le tableau a de colonnes",
    "Complétez les cellules de la ligne. Une cellule vide reste vide, elle n’est pas supprimée",
  ],
  "cell-merged": [
    "Chaque valeur a sa propre cellule",
    "Scindez la cellule fusionnée et écrivez la valeur que chaque cellule doit avoir",
  ],
  "cell-text": [
    "Une valeur est un nombre, une part, un oui ou un non, un niveau de l’échelle, « à déterminer » ou « s.o. ». Le reste est conservé comme texte",
    "Écrivez une seule valeur dans la cellule, et ce qui l’explique dans les remarques",
  ],
  "cell-words": [
    "Une valeur d’un document de projet est un nombre, une part, un niveau ou « à déterminer ». Le reste est conservé comme texte",
    "Écrivez une seule valeur dans la cellule, et ce qui l’explique à côté",
  ],
  "cell-breakdown": [
    "Ce qui suit le nombre est une ventilation qui n’a pu être lue en entier",
    "Écrivez chaque partie avec son nombre, comme dans « 60 (35 femmes, 25 hommes) »",
  ],
  "cell-ambiguous-number": [
    "Un nombre s’écrit de façon qu’une seule lecture soit possible. « 1.234 » peut être 1 234 ou un peu plus de 1",
    "Écrivez le nombre sans séparateur de milliers",
  ],
  "cell-number-habit": [
    "Un nombre qui peut se lire de deux façons est lu comme le document écrit ses autres nombres",
    "Vérifiez le nombre. Sans séparateur de milliers, ce n’est pas nécessaire",
  ],
  "cell-two-quantities": [
    "Une cellule indique une seule quantité",
    "Écrivez une quantité dans la cellule, et l’autre dans les remarques ou comme indicateur à part",
  ],
  "cell-share-differs": [
    "Une part correspond à son numérateur et à son dénominateur",
    "Corrigez la part, ou les deux nombres à côté d’elle",
  ],
  "annex-unrecognised": [
    "Un classeur se reconnaît aux en-têtes des colonnes d’un budget ou d’un cadre de résultats",
    "Utilisez le formulaire du fonds, ou décrivez votre propre tableau par `cadre map`",
  ],
  "sheet-unrecognised": [
    "Une feuille sans tableau connu n’est pas lue",
    "Il n’y a rien à faire, sauf si la feuille contient le budget ou le cadre de résultats",
  ],
  "column-unrecognised": [
    "Une colonne dont l’en-tête est inconnu n’est pas lue",
    "Il n’y a rien à faire, sauf si la colonne est une de celles du formulaire sous un autre en-tête",
  ],
  "row-unread": [
    "Une ligne appartient à un résultat, un produit, une activité, un indicateur ou une ligne budgétaire",
    "Donnez à la ligne son code et son libellé, ou supprimez-la",
  ],
  "cell-unread": [
    "Une cellule contient ce à quoi sa colonne est destinée",
    "Écrivez la valeur comme elle est attendue à cet endroit, sans remarque dans la même cellule",
  ],
  "cell-error": [
    "Une cellule en erreur (#REF!, #N/A) n’a pas de valeur",
    "Réparez la formule, enregistrez le classeur et faites-le relire",
  ],
  "formula-without-value": [
    "Un fichier conserve la valeur de chaque formule. Les programmes qui ne font qu’écrire des fichiers l’omettent",
    "Ouvrez le classeur dans un tableur, enregistrez-le et faites-le relire",
  ],
  "amount-rounded": [
    "Les montants sont entiers dans la plus petite unité de leur devise",
    "Arrondissez le montant dans le classeur, afin que ses sommes correspondent à ce qui est affiché",
  ],
  "amount-of-several-rows": [
    "Un montant dans une cellule fusionnée compte une seule fois, à sa première ligne",
    "Scindez la cellule et donnez à chaque ligne son montant",
  ],
  "amounts-converted": [
    "Les montants dans une autre devise que celle de la feuille sont convertis au taux que la feuille indique",
    "Vérifiez le taux. Les montants convertis sont arrondis à la plus petite unité",
  ],
  "number-as-text": [
    "Un nombre enregistré comme texte est lu, mais les tableurs l’omettent dans les sommes",
    "Convertissez les cellules en nombres",
  ],
  "sums-omit-text": [
    "Les sommes de la feuille omettent les montants enregistrés comme texte. Les montants ont été additionnés à la place",
    "Convertissez les cellules en nombres, afin que les sommes de la feuille soient justes",
  ],
  "number-column-differs": [
    "La colonne des nombres dit la même chose que la cellule à côté. La valeur de la cellule a été lue",
    "Corrigez l’une des deux",
  ],
  "annex-total-differs": [
    "Une ligne de total est la somme de ses lignes",
    "Corrigez le total, ou la ligne qui est fausse",
  ],
  "annex-tables-differ": [
    "La somme du tableau 2 correspond au tableau 1 pour chaque produit et chaque organisation",
    "Corrigez le tableau qui n’est plus à jour",
  ],
  "several-budget-tables": [
    "Un classeur avec un budget approuvé et un budget révisé a un tableau pour chacun",
    "Vérifiez lequel est le budget en vigueur. Nommez les feuilles de façon que cela se voie",
  ],
  "currency-not-stated": [
    "Un budget indique sa devise. À défaut, le dollar des États-Unis, la devise du formulaire, est retenu",
    "Écrivez la devise dans la feuille",
  ],
  "line-without-amount": [
    "Une ligne avec des montants a une activité ou un libellé",
    "Donnez à la ligne le code de son activité, ou supprimez ses montants",
  ],
  "expenditure-without-budget": [
    "Une ligne avec des dépenses a un budget",
    "Donnez à la ligne son budget, ou portez la dépense sur la ligne dont elle relève",
  ],
  "share-missing": [
    "Chaque ligne indique sa part pour l’égalité des sexes. Sans elle, la part du budget n’est connue qu’entre deux bornes",
    "Écrivez la part de chaque ligne, 0 % là où il n’y en a pas",
  ],
  "share-unreadable": [
    "La part pour l’égalité des sexes est un pourcentage",
    "Écrivez un pourcentage de 0 à 100, et les raisons dans la colonne d’à côté",
  ],
  "share-ambiguous": [
    "Un nombre comme 0,5 peut être une fraction ou un pourcentage ; le format de la cellule le montre",
    "Donnez à la colonne le format pourcentage",
  ],
  "share-over": ["Une part est comprise entre 0 et 100 %", "Corrigez la part"],
  "share-rescaled": [
    "Parmi des fractions, un nombre supérieur à 1 est lu comme un pourcentage",
    "Donnez à toute la colonne le format pourcentage",
  ],
  "not-supported": [
    "Le format n’a pas de place pour cette partie du document, qui n’a pas été écrite",
    "Écrivez en JSON si rien ne doit se perdre",
  ],
  "value-not-supported": [
    "Le texte d’une valeur serait relu comme une autre valeur",
    "Écrivez en JSON si un programme doit relire la valeur",
  ],
  "boxes-unknown": [
    "Un rapport en texte ne montre pas quelles cases étaient cochées",
    "Cochez les cases dans le document écrit",
  ],
  "cell-cut": [
    "Une cellule d’un classeur contient au plus 32 767 caractères ; le texte y a été coupé",
    "Abrégez le texte, ou écrivez en .docx ou en JSON",
  ],
  "text-over-limit": [
    "Le canevas limite la longueur de chaque réponse. Le texte a été écrit en entier",
    "Abrégez la réponse avant l’envoi du rapport",
  ],
  "not-read-back": [
    "Un document écrit est relu pour voir s’il dit ce qui était voulu",
    "Vérifiez cet endroit dans le document écrit",
  ],
  "document-unreadable": [
    "Un document écrit peut être relu, et celui-ci ne le peut pas",
    "N’envoyez pas le document. Signalez avec quelle entrée cela arrive",
  ],
};
