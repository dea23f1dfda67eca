/**
 * Every message of this package in French, under the names of `messages.en.ts`. In a text, `{0:code}` is where the first value goes, a code:
 * the number says which value it is, the word is for the translator. A text may use the values in any order.
 */

// Files that are not read, and what to do instead.

export const oldWord =
  "Le fichier est un document Word de 2003 ou antérieur (.doc). Enregistrez-le au format .docx dans Word, ou convertissez-le : soffice --headless --convert-to docx FICHIER.doc";
export const oldExcel =
  "Le fichier est un classeur Excel de 2003 ou antérieur (.xls). Enregistrez-le au format .xlsx dans Excel, ou convertissez-le : soffice --headless --convert-to xlsx FICHIER.xls";
export const encryptedOffice =
  "Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.";
export const openSpreadsheet =
  "Le fichier est un classeur OpenDocument (.ods). Enregistrez-le au format .xlsx, ou convertissez-le : soffice --headless --convert-to xlsx FICHIER.ods";
export const filePicture =
  "Le fichier est une image, sans doute une numérisation. Demandez le fichier Word, ou lancez d’abord une reconnaissance de texte (ocrmypdf --image-dpi 300 entree.png sortie.pdf).";
export const fileOtherFormat =
  "Le fichier a un format qui n’est pas lu : {0:found}. Enregistrez-le au format .docx ou PDF.";
export const fileMissing = "Le fichier ne peut pas être lu : il n’existe pas.";
export const fileIsFolder = "Le fichier ne peut pas être lu : c’est un dossier.";
export const fileNotPermitted = "Le fichier ne peut pas être lu : l’accès est refusé.";
export const fileNotReadable = "Le fichier ne peut pas être lu.";
export const fileBelowFile = "Le fichier ne peut pas être lu : une partie du chemin n’est pas un dossier.";
export const fileNameTooLong = "Le fichier ne peut pas être lu : son nom est trop long.";
export const fileNameInvalid = "Le fichier ne peut pas être lu : son nom n’est pas valide.";

// Word documents.

export const docxNotWord = "Le fichier n’est pas un document Word : {0:found}.";
export const docxTrackedChanges =
  "Le document contient des modifications suivies ({0:insertions} insertions, {1:deletions} suppressions) ; il est lu comme si toutes étaient acceptées.";
export const noteAside =
  "Une note n’est pas lue comme partie du texte auquel elle se rattache : « {0:text} ».";
export const hiddenText = "Un texte masqué n’est pas lu : « {0:text} ».";
export const moreLikeThese = "Il y en a d’autres : {0:count} en tout.";
export const docxPicturesUnread =
  "Le document contient des images ({0:count}), qui ne sont pas lues ; un tableau en image n’en est pas un.";
export const objectsUnread = "Le document contient des objets incorporés ({0:count}), qui ne sont pas lus.";
export const partsUnread =
  "Le document intègre des éléments d’autres formats ({0:count}), qui ne sont pas lus.";
export const symbolsUnread =
  "Le document contient des symboles que Cadre ne connaît pas ({0:count}) ; chacun est lu comme « � ».";
export const macrosIgnored =
  "Le document contient des macros ({0:part}) ; elles n’ont été ni exécutées ni lues.";
export const commentsIgnored = "Le document contient des commentaires ({0:count}), qui ne sont pas lus.";
export const externalIgnored =
  "Le document renvoie à des éléments extérieurs ({0:count}, dont {1:first}) ; rien n’a été recherché.";

// OpenDocument texts.

export const odtNotText =
  "Le fichier n’est pas un texte OpenDocument : {0:found}. Enregistrez un classeur au format .xlsx.";
export const odtTooLarge = "Le document a plus de paragraphes ou de cellules qu’un rapport.";
export const odtEncrypted = "Le document est protégé par un mot de passe. Enregistrez-le sans mot de passe.";
export const odtTrackedChanges =
  "Le document contient des modifications suivies ({0:count}) ; il est lu comme si toutes étaient acceptées.";
export const odtPicturesUnread =
  "Le document contient des images ({0:count}), qui ne sont pas lues ; un tableau en image n’est pas lu.";

// Rich text.

export const rtfTooLarge = "Le fichier a plus de paragraphes qu’un rapport, ou des groupes trop imbriqués.";
export const rtfPicturesUnread =
  "Le document contient des images ({0:count}), qui ne sont pas lues ; un tableau en image n’est pas lu.";
export const notesAside = "Le document contient des notes ({0:count}), qui ne sont pas lues.";
export const rtfTrackedChanges =
  "Le document contient des modifications suivies ({0:count}) ; il est lu comme si toutes étaient acceptées.";

// Web pages.

export const htmlTooLarge =
  "La page a plus de {0:limit} éléments, ou des éléments trop imbriqués ; aucun rapport n’est aussi grand.";
export const htmlEmpty =
  "La page n’a pas de texte. Si elle charge son texte par un script, enregistrez-la depuis le navigateur comme page complète.";
export const htmlPicturesUnread =
  "La page contient des images ({0:count}), qui ne sont pas lues ; un tableau en image n’est pas lu.";

// PDF.

export const pdfBroken =
  "Le PDF ne peut pas être lu. Ouvrez-le dans une visionneuse et imprimez-le dans un nouveau PDF, ou demandez le fichier Word.";
export const pdfEncrypted = "Le PDF est protégé par un mot de passe. Enregistrez-le sans mot de passe.";
export const pdfTooLarge =
  "Le PDF dépasse la taille d’un rapport : {0:found} ; au plus {1:limit}. Rien n’a été lu.";
export const pdfScan =
  "Le PDF ne contient pas de texte : ses {0:pages} pages sont des images, sans doute une numérisation. Demandez le fichier Word, ou lancez d’abord une reconnaissance de texte (ocrmypdf entree.pdf sortie.pdf).";
export const pagesWithoutText =
  "Des pages sans texte n’ont pas été lues ({0:pages}) ; un tableau en image n’est pas lu.";
export const textClipped =
  "Du texte dépasse le bord de la page (page {0:pages}) : ce qui est au-delà ne figure pas dans le fichier.";

// Text at positions.

export const columnsByGaps =
  "Un tableau n’a pas de filets : ses colonnes et ses lignes ont été déduites des espaces entre elles. Comparez ses valeurs avec le document, ou ouvrez le fichier Word.";

// Packages (zip) and their parts.

export const packageBroken =
  "Le fichier est un paquet (zip) endommagé. Téléchargez-le ou enregistrez-le à nouveau.";
export const packageTooLarge =
  "Le paquet se déploie au-delà de ce qu’un document de ce genre peut contenir : {0:found} ; au plus {1:limit}. Rien n’en a été lu.";
export const packageName =
  "Le paquet contient un élément dont le nom mène hors de lui ou se répète : {0:name}. Rien n’en a été lu.";
export const packageEncrypted = "Le paquet est chiffré. Enregistrez-le sans mot de passe.";
export const partMissing = "Il manque au paquet son élément {0:name}.";
export const xmlBroken = "L’élément {0:part} n’est pas du XML bien formé.";
export const xmlDoctype =
  "L’élément {0:part} déclare un type de document ou des entités, ce qu’aucun document bureautique ne fait. Il n’a pas été lu.";
export const xmlTooLarge =
  "La partie {0:part} a plus de {1:limit} éléments ; aucun rapport ni aucune annexe n’est aussi grand.";

// Workbooks.

export const notAWorkbook =
  "Le paquet n’est pas un classeur Excel (.xlsx) : il n’a pas de liste de feuilles.";
export const sheetTooLarge =
  "La feuille « {0:sheet} » est trop grande : {1:found} ; au plus {2:limit}. Rien n’en a été lu.";
export const cellTooLong =
  "Une cellule de {0:part} a plus de {1:limit} caractères, ce qu’aucun tableur n’admet.";

// Progress reports.

export const inputEmpty = "Le fichier est vide.";
export const inputTooLarge = "Le fichier est trop grand : on en lit au plus {0:limit} octets.";
export const inputNotText = "Le fichier est {0:found}, pas du texte en UTF-8.";
export const tableMissing =
  "Le rapport se termine à la ligne {0:lastLine} sans tableau des indicateurs : aucune ligne n’a d’en-têtes tels que « Base de donnée » et « Cible ».";
export const tableEmpty = "Le tableau des indicateurs n’a aucune ligne avec un indicateur.";
export const columnUnknown = "La colonne « {0:name} » est gardée comme texte sous son en-tête.";
export const columnRepeated =
  "Le tableau des indicateurs a plus d’une colonne « {0:name} » ; la première est lue.";
export const reportColumnMissing = "Le tableau des indicateurs n’a pas de colonne « {0:name} ».";
export const headUneven =
  "{0:rows} des {1:all} lignes du tableau des indicateurs n’ont pas les cellules que l’en-tête annonce : il manque sans doute une colonne à l’en-tête, ou il en a une de trop.";
export const ratingUnheaded =
  "Cette évaluation ne se trouve sous l’intitulé d’aucun résultat ; elle n’est pas lue : « {0:raw} ».";
export const headingMissing =
  "L’intitulé du résultat {0:code} n’a pas été trouvé dans la partie II. Les réponses qui suivent sont lues comme celles du résultat {1:under}, qui a déjà les siennes.";
export const amountRepeated =
  "{0:name} a plus d’un montant dans le tableau des budgets ; le premier est retenu, et non « {1:raw} ».";
export const outcomeWithoutRows =
  "Le résultat {0:code} de la partie II n’a pas de lignes dans le tableau des indicateurs.";
export const rowIncomplete =
  "La ligne de l’indicateur {0:code} a {1:found} cellules au lieu de {2:expected} ; elles sont gardées en texte.";
export const fieldUnread = "{0:field} : « {1:raw} » n’a pas pu être lu.";
export const reportTextUnrecognised =
  "Ce texte n’appartient à aucune partie du canevas que Cadre connaisse : « {0:raw} ».";
export const rowWithoutCode =
  "Une ligne du tableau des indicateurs n’a pas de code d’indicateur ; elle n’est pas lue : « {0:raw} ».";
export const fieldRepeated =
  "Cette partie du canevas figure plus d’une fois, d’abord en {1:first} : « {0:label} ». Une réponse est retenue, la première non vide.";
export const labelMisspelt = "« {0:raw} » est lu comme « {1:label} », dont il diffère d’un signe.";
export const headRepeated =
  "L’en-tête de {0:code} figure plus d’une fois, d’abord en {1:first} ; son premier titre est retenu.";
export const rowMisplaced = "La ligne de l’indicateur {0:code} se trouve sous l’en-tête de {1:under}.";
export const titleDiffers =
  "Le résultat {0:code} s’appelle « {1:narrative} » dans la partie II et « {2:table} » dans le tableau, dont le texte est retenu.";
export const labelMissing =
  "La rubrique du canevas « {0:prompt} » n’a pas été trouvée ; sa réponse, s’il y en a une, n’est pas lue comme telle.";
export const reportAgencyUnnamed =
  "{0:name} a un budget et ne figure pas parmi les agences récipiendaires : {1:list}.";
export const labelUnknown =
  "« {0:label} » n’est pas une rubrique d’un canevas que Cadre connaisse ; la réponse est gardée sous cette rubrique.";
export const rowCodeAssigned =
  "L’indicateur « {1:text} » n’a pas de code ; Cadre le désigne par {0:code}, d’après sa position.";
export const headWithoutCode =
  "« {1:title} » est l’en-tête de lignes du tableau, sans code ; il est pris pour {0:code}.";
export const dayAssumed = "Le rapport ne nomme que le mois {0:month} ; {1:day} est supposé.";
export const reportUnrecognised =
  "Ce n’est pas un rapport de progrès PBF, en français ou en anglais, d’un canevas que Cadre connaisse (depuis 2018). Reconnu : {0:labels}.";
export const reportUnlabelled =
  "Ce n’est pas un rapport de progrès PBF, en français ou en anglais, d’un canevas que Cadre connaisse (depuis 2018). Aucune rubrique du canevas n’a été reconnue.";
export const otherDocument =
  "Ceci est un autre document du fonds ({0:name}), et non un rapport de progrès. Reconnu : {1:labels}.";
export const cellIsText =
  "Indicateur {0:code}, {1:column} : « {2:text} » n’est pas un nombre unique ; le texte est gardé.";
export const cellAmbiguousNumber =
  "Indicateur {0:code}, {1:column} : « {2:text} » peut se lire comme deux nombres différents ; le texte est gardé.";
export const cellNumberHabit =
  "Indicateur {0:code}, {1:column} : « {2:text} » est lu comme le document écrit ses autres nombres.";
export const cellTwoQuantities =
  "Indicateur {0:code}, {1:column} : « {2:text} » indique plus d’une quantité ; le texte est gardé.";
export const cellBreakdown =
  "Indicateur {0:code}, {1:column} : « {2:text} » n’a pas pu être lu en entier ; ce qui suit le nombre est gardé tel quel.";
export const cellShareDiffers =
  "Indicateur {0:code}, {1:column} : « {2:text} » indique une part qui ne correspond pas à son numérateur et à son dénominateur.";
export const cellMergedDown =
  "Indicateur {0:code}, {1:column} : la cellule continue celle du dessus ; son texte, « {2:text} », est lu pour les deux.";
export const cellMerged =
  "Indicateur {0:code}, {1:column} : la cellule est fusionnée avec sa voisine ; « {2:text} » est gardé tel quel pour chacune.";

// Project documents.

export const answerUnread = "La réponse à {0:path} n’est pas comprise : « {1:text} ».";
export const frameworkMissing =
  "Le document de projet n’a pas de cadre de résultats : un tableau des résultats, produits, indicateurs, moyens de vérification et étapes est introuvable.";
export const indicatorWithoutResult =
  "Un indicateur précède tout résultat et tout produit ; on ne sait pas à quoi il se rattache : « {0:text} ».";
export const projectDocumentTextUnrecognised =
  "Un texte du cadre de résultats ne se rattache à aucun indicateur : « {0:text} ».";
export const projectDocumentCellUnread = "La valeur est conservée telle qu’écrite : « {0:text} ».";

// Budget annexes.

export const sheetUnrecognised =
  "La feuille « {0:sheet} » n’a pas de tableau que Cadre connaisse ; rien n’en a été lu.";
export const columnUnrecognised =
  "La colonne « {0:column} » de la feuille « {1:sheet} » n’est pas connue de Cadre ; elle n’a pas été lue.";
export const cellError = "La cellule contient l’erreur {0:what} ; aucune valeur n’a été lue.";
export const formulaWithoutValue =
  "Le fichier ne garde aucune valeur de cette formule. Ouvrez-le dans un tableur, enregistrez-le et relisez-le.";
export const annexCellUnread = "« {0:raw} » n’a pas pu être lu ; attendu : {1:expected}.";
export const amountRounded =
  "{0:raw} a des fractions de la plus petite unité de sa monnaie ; le montant a été arrondi.";
export const annexNumberAsText =
  "Le nombre « {0:raw} » est enregistré comme texte ; les tableurs l’omettent des sommes.";
export const rowUnread =
  "La ligne n’appartient à aucun résultat, produit, indicateur ni ligne budgétaire que Cadre reconnaisse ; elle n’a pas été lue.";
export const totalDiffers = "La ligne de total indique {0:total} ; la somme des lignes est {1:sum}.";
export const numberColumnDiffers =
  "La colonne des nombres indique {0:column} ; le montant à côté indique {1:amount}. Le montant a été lu.";
export const annexColumnMissing =
  "Le tableau budgétaire de la feuille « {1:sheet} » n’a pas de colonne pour {0:column}.";
export const annexAgencyUnnamed = "L’en-tête de cette colonne ne nomme pas l’organisation récipiendaire.";
export const currencyNotStated =
  "La feuille n’indique pas de monnaie. Les montants sont supposés en dollars des États-Unis, monnaie du formulaire.";
export const amountsConverted =
  "Les montants des agences sont en {0:from} ; ils ont été convertis en {1:to} au taux indiqué dans la feuille (1 {1:to} = {2:rate} {0:from}).";
export const sumsOmitText =
  "Des montants sont enregistrés comme texte et manquent dans les sommes de la feuille. Les montants ont été lus et additionnés ; les sommes n’ont pas été utilisées.";
export const amountOfSeveralRows =
  "Un seul montant fusionné vaut pour plusieurs lignes, dont {0:code}. Il a été compté une fois, à la première ligne.";
export const expenditureWithoutBudget =
  "La ligne indique une dépense mais n’a pas de budget ; la dépense n’a pas été comptée.";
export const amountsWithoutLabel =
  "La ligne a des montants mais ni activité ni libellé ; elle n’a pas été comptée.";
export const tablesDiffer = "{0:output}, {1:agency} : le tableau 2 totalise {2:one}, le tableau 1 {3:other}.";
export const severalTables =
  "Le classeur contient plusieurs tableaux budgétaires. « {0:sheet} » a été lu comme le budget actuel, « {1:other} » comme le budget approuvé.";
export const annexUnrecognised =
  "Aucune feuille n’a de cadre de résultats ni de budget que Cadre reconnaisse à ses en-têtes. Feuilles : {0:sheets}.";
export const hiddenSheet = "Une feuille masquée ({0:name}) a été lue comme ce qui est affiché.";
export const hiddenRows = "Des lignes masquées ({0:name}) ont été lues comme ce qui est affiché.";
export const hiddenColumns = "Des colonnes masquées ({0:name}) ont été lues comme ce qui est affiché.";
export const workbookMacros = "Le classeur contient des macros ; elles ont été ignorées.";
export const workbookLinks =
  "Le classeur renvoie à d’autres fichiers ; ils n’ont pas été ouverts, les valeurs gardées ont été lues.";
export const sharesMissing = (count: number): string =>
  `${count} ${count === 1 ? "ligne n’a" : "lignes n’ont"} pas de part pour l’égalité des sexes ; la part du budget n’est connue qu’entre deux bornes.`;
export const shareUnreadable = "« {0:share} » n’est pas un pourcentage ; la part de la ligne est inconnue.";
export const shareAmbiguous =
  "{0:share} peut être une fraction ou un pourcentage, et rien dans la feuille ne permet de trancher ; la part de la ligne est inconnue.";
export const shareRescaled =
  "{0:share} figure parmi des fractions et dépasse 100 % ; il a été lu comme {0:share} %.";
export const shareOver =
  "{0:share} n’est pas une part comprise entre 0 et 100 % ; la part de la ligne est inconnue.";
export const expectedAmount = "un montant";
export const expectedShare = "un pourcentage de 0 à 100 %";
export const expectedDate = "une date";
export const expectedCode = "un code tel que 1.1.1";
export const expectedNumber = "un nombre";
export const expectedChoice = "une des options du canevas";
export const columnOfGewe = "la part pour l’égalité des sexes";
export const columnOfExpenditure = "les dépenses";

// Writing.

export const notSupported = "Ce format ne prend pas en charge {0:what} ; cette partie n’a pas été écrite.";
export const valueNotSupported =
  "Indicateur {0:code} : le texte de la cellule ne sera pas relu comme cette valeur.";
export const textOver =
  "Le texte compte {0:count} caractères ; le canevas en admet {1:limit}. Il a été écrit en entier.";
export const textCut = "Une cellule contient au plus {0:limit} caractères ; le texte y a été coupé.";
export const axesNotSupported =
  "Indicateur {0:code} : son libellé ne demande pas cette désagrégation, et le formulaire n’a pas de colonne à cet effet.";
export const boxesUnknown =
  "Le texte ne dit pas lesquelles de ces cases étaient cochées ; elles ont été écrites vides.";
export const documentUnreadable = "Le document écrit ne peut pas être relu : {0:why}";
export const notReadBack = "{0:path} : à la relecture, on obtient « {1:text} », et non ce qui a été écrit.";
export const nothingReadBack = "{0:path} : à la relecture, on n’obtient rien au lieu de ce qui a été écrit.";
export const headAlone =
  "{0:heading} n’a pas d’indicateur : le tableau du rapport ne comporte que des lignes d’indicateurs, et ce titre ne sera pas relu.";
export const partReport = "les textes et réponses du rapport";
export const partSchedule = "le plan de travail";
export const partAxes = "les axes des observations";
export const partPeriods = "les périodes des observations";
export const partMeasurement = "la manière de mesurer les indicateurs";
export const partEvents = "ce qui est arrivé aux activités";
export const partActivities = "la liste des activités";
export const partLines = "les lignes du budget";
export const partTranches = "les tranches";
export const partProjectDocument = "les réponses propres au document de projet";
export const partMilestones = "les étapes datées, les moyens de vérification et leur fréquence";
export const partDirection = "les unités et sens des indicateurs";

// Sizes, and what a file is instead of a document.

export const sizeBytes = "{0:count} octets";
export const sizeNamed = "{0:name}, {1:count} octets";
export const sizeTimesStored = "{0:count} fois sa taille enregistrée";
export const sizeTimes = "{0:count} fois";
export const sizeEntries = "{0:count} éléments";
export const sizePages = "{0:count} pages";
export const sizePiecesOfPage = "{0:count} morceaux de texte sur une page";
export const sizePieces = "{0:count} morceaux";
export const sizeCharacters = "{0:count} caractères";
export const sizeSeconds = "{0:count} s";
export const sizeMegabytes = "{0:count} Mo";
export const takesLonger = "la lecture prend plus de temps";
export const takesMemory = "la lecture demande plus de mémoire";
export const endlessStreams = "des flux compressés qui se déploient sans fin";
export const moreThan = "plus de {0:limit}";
export const sizeTexts = "{0:count} textes";
export const sizeRows = "{0:count} lignes";
export const sizeCells = "{0:count} cellules";
export const packagePartBroken =
  "Le fichier est un paquet (zip) endommagé : son élément {0:part} ne se décompresse pas.";
export const packagePartSize =
  "Le fichier est un paquet (zip) endommagé : {0:part} n’a pas la taille annoncée.";
export const packagePartChecksum =
  "Le fichier est un paquet (zip) endommagé : {0:part} ne correspond pas à sa somme de contrôle.";
export const packageMethod =
  "Le fichier est un paquet (zip) compressé d’une manière qui n’est pas lue : méthode {0:method}.";
export const xmlEncoding = "L’élément {0:part} n’est ni en UTF-8 ni en UTF-16.";
export const xmlTooDeep = "L’élément {0:part} contient des éléments imbriqués sur plus de {1:limit} niveaux.";
export const pdfNoPages = "Le PDF n’a pas de page. Demandez le fichier Word.";
export const inputBinary =
  "Le fichier n’est pas un texte : il contient des octets qu’aucun texte en UTF-8 ne contient.";
export const inputNotUtf8 = "Le fichier n’est pas en UTF-8 (Latin-1 ou Windows-1252 ?).";
export const inputCutOff = "Le fichier s’arrête au milieu d’un caractère : il n’est pas entier.";
export const zipWithoutDocument = "une archive zip sans document bureautique";
export const excelWorkbook = "un classeur Excel (.xlsx)";
export const presentation = "une présentation (.pptx)";
export const mainPartMissing = "son élément {0:part} manque";
export const openDocumentOther = "OpenDocument {0:kind}";
export const openDocumentUnknown = "OpenDocument d’un genre inconnu";
