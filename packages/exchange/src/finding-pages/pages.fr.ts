import type { ExchangeCode } from "./pages.en.ts";

/** Ce que dit chaque constat ou refus des formats d’échange, et ce qu’il faut faire. */
export const pages: Readonly<Record<ExchangeCode, readonly [about: string, remedy: string]>> = {
  "columns-missing": [
    "Les lignes indiquent leur indicateur, leur période et leur valeur dans des colonnes distinctes",
    "Nommez les colonnes comme le format le demande, ou décrivez le tableau une fois par `cadre map`",
  ],
  "columns-ambiguous": ["Chaque colonne a son propre nom", "Renommez l’une des colonnes ou supprimez-la"],
  "columns-left-out": [
    "Une colonne que ni le format ni la correspondance ne nomment est laissée de côté et signalée",
    "Il n’y a rien à faire, sauf si la colonne contient ce qui est mesuré : nommez-la alors dans la correspondance",
  ],
  "column-unreadable": [
    "Une colonne contient du texte, des nombres, des valeurs vrai ou faux, des jours ou des heures",
    "Écrivez le fichier sans cette colonne, ou convertissez-la en texte",
  ],
  "hashtags-invalid": [
    "Une ligne de hashtags HXL a un #, un mot, puis des attributs après +",
    "Corrigez les hashtags nommés",
  ],
  "observations-empty": [
    "Un fichier de lignes a une ligne d’en-tête",
    "Vérifiez que le fichier a été enregistré ou téléchargé en entier",
  ],
  "observations-not-csv": [
    "Un fichier CSV referme chaque guillemet qu’il ouvre",
    "Regardez la ligne nommée et enregistrez de nouveau le fichier depuis un tableur",
  ],
  "observations-not-parquet": [
    "Un fichier Parquet est entier et d’une version lue",
    "Procurez-vous de nouveau le fichier, ou écrivez les lignes en CSV",
  ],
  "observations-not-arrow": [
    "Un fichier ou un flux Arrow est entier et d’une version lue",
    "Procurez-vous de nouveau le fichier, ou écrivez les lignes en CSV",
  ],
  "observations-not-utf8": [
    "Un fichier de lignes est du texte en UTF-8",
    "Enregistrez le fichier en CSV UTF-8, ou indiquez son encodage",
  ],
  "observations-encoding": [
    "Un fichier garde le même encodage du début à la fin",
    "Indiquez l’encodage du fichier, ou enregistrez-le de nouveau en CSV UTF-8",
  ],
  "observations-not-a-list": [
    "En JSON, les lignes forment une liste",
    "Donnez la liste elle-même, ou la partie du fichier qui la contient",
  ],
  "observations-refused": [
    "Une ligne d’une base de données que le cadre n’admet pas est laissée de côté et comptée",
    "Cherchez les lignes dont l’indicateur, la période ou la catégorie n’est pas dans le cadre",
  ],
  "rows-without-value": [
    "Une ligne sans valeur ne dit rien de son indicateur. Ce n’est pas un zéro",
    "Renseignez les valeurs ou supprimez les lignes",
  ],
  "row-group-too-large": [
    "Un fichier Parquet est lu groupe de lignes par groupe de lignes, et chacun tient en mémoire",
    "Écrivez le fichier avec des groupes de lignes plus petits, par exemple de 100 000 lignes",
  ],
  "decoder-ended": [
    "Les fichiers Parquet et Arrow sont décodés dans un processus à part, arrêté s’il prend trop de temps ou de mémoire",
    "Vérifiez le fichier avec le logiciel qui l’a écrit, écrivez des fichiers plus petits ou du CSV",
  ],
  "decoder-not-started": [
    "Le décodage de Parquet et d’Arrow demande un processus à part, qui n’a pu être lancé",
    "Autorisez Node.js à lancer des processus ici, ou convertissez le fichier en CSV",
  ],
  "database-refused": [
    "Une base de données répond à une requête ou dit pourquoi elle ne le fait pas",
    "Vérifiez le nom de la table, ses colonnes et les droits de l’utilisateur",
  ],
  "table-not-carried": [
    "Un tableau de valeurs ne contient que des valeurs ; les textes et les activités du document n’y sont pas",
    "Écrivez en JSON ou en .docx s’il faut les textes",
  ],
  "mapping-invalid": [
    "Une correspondance a les champs de son format",
    "Corrigez le champ nommé. `cadre map` écrit une première correspondance",
  ],
  "mapping-incomplete": [
    "Une correspondance dit où sont l’indicateur, la période et la valeur d’une ligne",
    "Ajoutez ce qui est nommé : une colonne, ou une constante par `is`",
  ],
  "mapping-unknown-column": [
    "Une correspondance nomme des colonnes que le fichier possède",
    "Corrigez le nom de la colonne. Majuscules et minuscules comptent",
  ],
  "mapping-unknown-indicator": [
    "Une correspondance nomme des indicateurs du cadre",
    "Corrigez le code, ou ajoutez l’indicateur au cadre",
  ],
  "mapping-unknown-period": [
    "Une correspondance nomme des périodes du cadre",
    "Corrigez la période, ou ajoutez-la au cadre",
  ],
  "mapping-unknown-axis": [
    "Une correspondance nomme des axes selon lesquels le cadre ventile",
    "Corrigez l’axe, ou ajoutez-le au cadre",
  ],
  "mapping-unknown-category": [
    "Une correspondance nomme des catégories que l’axe possède",
    "Corrigez la catégorie, ou ajoutez-la à l’axe",
  ],
  "mapping-part": [
    "Seul un ratio a un numérateur et un dénominateur",
    "Faites correspondre la valeur de l’indicateur, ou faites de l’indicateur un ratio",
  ],
  "mapping-value": [
    "Une correspondance donne ce que demande la mesure de l’indicateur : un décompte, ou deux pour un ratio",
    "Corrigez la valeur de la correspondance ou la mesure de l’indicateur",
  ],
  "mapping-unknown-question": [
    "Une correspondance nomme des questions que le formulaire pose",
    "Corrigez le nom de la question, avec ses groupes",
  ],
  "mapping-unknown-choice": [
    "Une correspondance nomme des choix que la question propose",
    "Corrigez le choix",
  ],
  "mapping-unknown-repeat": [
    "Une correspondance nomme des groupes répétés que le formulaire possède",
    "Corrigez le nom du groupe",
  ],
  "mapping-question-kind": [
    "Le type d’une question convient à son emploi : un nombre s’additionne, un choix se compare",
    "Choisissez une autre question, ou un autre emploi de celle-ci",
  ],
  "mapping-question-elsewhere": [
    "Une ligne de soumissions a une seule réponse à chacune de ses questions. Une question d’un groupe répété en a plusieurs",
    "Comptez les entrées du groupe répété par `each`",
  ],
  "mapping-age-band": ["Une tranche d’âge s’écrit comme « 15-24 » ou « 60+ »", "Corrigez la tranche"],
  "iati-version": [
    "Les fichiers des versions 2.01 à 2.03 de la norme IITA sont lus",
    "Demandez la version 2.03 à l’éditeur, ou transformez le fichier par les feuilles de style que l’IITA publie",
  ],
  "iati-not-activities": [
    "Un fichier d’activités de l’IITA commence par l’élément iati-activities",
    "Vérifiez qu’il s’agit du fichier des activités et non de celui des organisations",
  ],
  "iati-no-activity": [
    "Un fichier d’activités de l’IITA contient une activité",
    "Vérifiez que le fichier a été téléchargé en entier",
  ],
  "iati-several-activities": [
    "Un fichier peut contenir de nombreuses activités, et un projet est l’une d’elles",
    "Indiquez laquelle par son iati-identifier",
  ],
  "iati-activity-unknown": ["Le fichier contient l’activité demandée", "Corrigez l’iati-identifier"],
  "iati-activity-too-large": [
    "Les activités sont lues une à une, et chacune tient en mémoire",
    "Vérifiez que le fichier referme chaque activité qu’il ouvre",
  ],
  "iati-value-not-a-number": [
    "L’IITA demande un nombre dans la valeur de toute mesure qui n’est pas qualitative",
    "Écrivez le nombre dans value et les explications dans comment",
  ],
  "iati-date-unreadable": [
    "Une date de l’IITA s’écrit comme 2021-06-30 et existe dans le calendrier",
    "Faites corriger la date par l’éditeur",
  ],
  "iati-amount-unreadable": [
    "Un montant de l’IITA est un nombre avec un point, dans une monnaie de l’ISO 4217, sans décimales au-delà de la plus petite unité",
    "Corriger le montant ou sa monnaie auprès de qui l’a publié",
  ],
  "iati-parts-without-total": [
    "L’IITA demande un total à côté des valeurs des parties. Seules les parties dont on sait qu’elles couvrent tout s’additionnent",
    "Publiez le total, une valeur sans dimension",
  ],
  "iati-not-understood": [
    "Ce que le document ne peut retenir d’une activité est signalé",
    "Gardez le fichier à côté du document. Portez les modifications dans le fichier lui-même, qui ne perd rien",
  ],
  "iati-cannot-carry": [
    "Ce pour quoi l’IITA n’a pas d’élément est signalé à l’écriture",
    "Gardez le document : il contient ce que le fichier n’a pas",
  ],
  "iati-xsd": [
    "Un fichier écrit ou contrôlé est valide selon le schéma de sa version",
    "Corrigez ce qui est nommé, ou publiez en version 2.03",
  ],
  "iati-xsd-too-large": [
    "Les fichiers sont contrôlés par le schéma jusqu’à une certaine taille",
    "Divisez le fichier par activités, ou utilisez le validateur de l’IITA",
  ],
  "xml-broken": [
    "Un fichier de l’IITA est du XML bien formé",
    "Regardez la ligne nommée, ou procurez-vous de nouveau le fichier",
  ],
  "xml-too-long": [
    "Une balise ou un texte de l’IITA a une longueur limitée",
    "Vérifiez que le fichier referme chaque balise et chaque guillemet qu’il ouvre",
  ],
  "xml-too-deep": [
    "Les éléments de l’IITA ne s’imbriquent que sur quelques niveaux",
    "Vérifiez que le fichier referme chaque élément qu’il ouvre",
  ],
  "xml-doctype": [
    "Un fichier de l’IITA ne déclare pas de type de document, dont les entités pourraient attaquer un lecteur",
    "Supprimez la ligne <!DOCTYPE …>",
  ],
  "xml-encoding": [
    "Un fichier est écrit dans l’encodage que nomme sa première ligne",
    "Enregistrez le fichier en UTF-8 et indiquez-le dans la première ligne",
  ],
  "dhis2-invalid": [
    "Un jeu de valeurs de DHIS2 a une liste de valeurs avec élément de données, période et unité d’organisation",
    "Exportez le jeu de valeurs en JSON, par /api/dataValueSets ou /api/analytics/dataValueSet",
  ],
  "dhis2-element-unmapped": [
    "La correspondance nomme un élément de données pour chaque indicateur",
    "Ajoutez l’élément de données à la correspondance, ou à ceux qui sont laissés de côté à dessein",
  ],
  "dhis2-combination-unmapped": [
    "La correspondance nomme les combinaisons d’options de la ventilation de l’indicateur",
    "Ajoutez la combinaison à la correspondance",
  ],
  "dhis2-source-unmapped": [
    "La correspondance nomme une combinaison d’attributs pour chaque organisation qui rapporte",
    "Ajoutez la combinaison à la correspondance",
  ],
  "dhis2-unit-unnamed": [
    "Une unité d’organisation sans nom dans la correspondance est un lieu désigné par son identifiant",
    "Ajoutez le nom de l’unité d’organisation à la correspondance",
  ],
  "dhis2-attribute-unnamed": [
    "Une combinaison d’attributs sans nom dans la correspondance est désignée par son identifiant",
    "Ajoutez le nom de la combinaison à la correspondance",
  ],
  "dhis2-period-unknown": [
    "Une période de DHIS2 et une période du cadre couvrent les mêmes jours",
    "Ajoutez la période au cadre, ou rapportez selon ses périodes",
  ],
  "dhis2-no-value": [
    "Une valeur absente est absente. Ce n’est pas un zéro",
    "Il n’y a rien à faire, sauf si la valeur a été saisie dans DHIS2",
  ],
  "dhis2-no-instant": [
    "L’horodatage d’une valeur est une heure selon ISO 8601",
    "Exportez de nouveau les valeurs, ou supprimez l’horodatage",
  ],
  "dhis2-value-not-known": [
    "DHIS2 n’a pas de valeur pour ce qui est à déterminer ou sans données ; la ligne est omise, et DHIS2 additionne les autres comme s’il n’y en avait pas d’autre",
    "Indiquez la valeur avant d’écrire l’ensemble, ou signalez à ses lecteurs qu’il en manque une",
  ],
  "dhis2-id-unmapped": [
    "DHIS2 garde une valeur par élément de données, période, lieu et combinaison. Des lignes qui s’additionnent par leur identifiant se remplaceraient",
    "Additionnez les lignes avant de les écrire",
  ],
  "dhis2-numerator-missing": [
    "Un ratio a un numérateur et un dénominateur pour la même période, le même lieu et le même groupe",
    "Saisissez le numérateur dans DHIS2, ou faites correspondre son élément de données",
  ],
  "dhis2-follow-up": [
    "Une valeur signalée pour suivi dans DHIS2 est lue et signalée",
    "Réglez le suivi dans DHIS2",
  ],
  "kobo-form-invalid": [
    "Un formulaire est le contenu d’un projet Kobo ou un XLSForm avec les feuilles survey et choices",
    "Exportez le formulaire de Kobo en XLSForm",
  ],
  "kobo-form-unbalanced": [
    "Chaque groupe d’un formulaire qui commence se termine aussi",
    "Ajoutez le début ou la fin qui manque au groupe",
  ],
  "kobo-form-too-deep": [
    "Les groupes d’un formulaire ne s’imbriquent que sur quelques niveaux",
    "Vérifiez les débuts et les fins des groupes",
  ],
  "kobo-submissions-invalid": [
    "Les soumissions sont une liste de réponses en JSON, ou une feuille avec une ligne par soumission",
    "Exportez les données de Kobo en JSON, en .xlsx ou en CSV",
  ],
  "kobo-page": [
    "Une réponse de l’API de Kobo qui a une page suivante n’est pas le tout. Ce qui en serait calculé serait trop faible",
    "Lisez toutes les pages, ou donnez l’adresse du serveur, qui est lu jusqu’au bout",
  ],
  "kobo-repeated": [
    "Une soumission compte une seule fois, d’après son _id, telle qu’elle est donnée en dernier",
    "Il n’y a rien à faire. Les fichiers se recoupent",
  ],
  "kobo-unanswered": [
    "Une question que nomme la correspondance reçoit une réponse dans au moins une soumission",
    "Vérifiez les en-têtes de l’export : ce sont les noms, ou les libellés dans la langue du formulaire",
  ],
  "kobo-no-date": [
    "Une soumission relève de la période de sa date. Sans date, elle est laissée de côté",
    "Faites demander la date par le formulaire, ou utilisez la date d’envoi",
  ],
  "kobo-no-period": [
    "Une soumission dont la date ne tombe dans aucune période du cadre est laissée de côté",
    "Ajoutez la période au cadre, ou corrigez la date",
  ],
  "kobo-no-number": [
    "Une ligne sans nombre à additionner est laissée de côté. Ce n’est pas un zéro",
    "Rendez le nombre obligatoire dans le formulaire",
  ],
  "kobo-not-approved": [
    "Les soumissions marquées dans Kobo comme non approuvées sont laissées de côté",
    "Approuvez-les dans Kobo si elles doivent compter",
  ],
  "kobo-no-answer": [
    "Une part se rapporte à celles et ceux qui ont répondu. Qui n’a pas répondu est laissé de côté",
    "Rendez la réponse obligatoire dans le formulaire",
  ],
  "live-unreachable": ["Le système répond", "Vérifiez l’adresse et la connexion, puis réessayez plus tard"],
  "live-not-authorised": [
    "Le système admet qui présente un jeton ou un mot de passe",
    "Vérifiez le jeton et ses droits. Un jeton peut avoir expiré",
  ],
  "live-status": [
    "Le système répond par ses données. Les erreurs passagères donnent lieu à quelques nouveaux essais",
    "Réessayez plus tard. Si la réponse reste la même, vérifiez l’adresse et ce qui est demandé",
  ],
  "live-not-json": [
    "Le système répond par des données et non par une page web",
    "Vérifiez l’adresse : c’est celle de l’API. Vérifiez le jeton",
  ],
  "live-not-a-page": [
    "Chaque page a la liste que l’API documente",
    "Vérifiez l’adresse : c’est celle d’une liste",
  ],
  "live-too-long": [
    "Une réponse a une longueur limitée",
    "Demandez des pages plus petites, ou moins de données",
  ],
  "live-endless": ["Les pages mènent à une fin", "Signalez l’adresse à qui gère le système"],
  "live-elsewhere": [
    "La page suivante est sur le même serveur. Aucun jeton n’est envoyé à un autre",
    "Vérifiez l’adresse du serveur : il a peut-être déménagé",
  ],
  "live-changing": [
    "Une liste qui change pendant qu’elle est lue est relue depuis le début",
    "Réessayez à un moment plus calme",
  ],
};
