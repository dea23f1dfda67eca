import type { HelpTexts } from "./help.en.ts";

const READABLE = "rapport, cadre ou annexe budgétaire ({extensions})";
const INPUTS = `${READABLE} ; fichiers, dossiers, motifs, ou - pour l’entrée standard`;
const FRAMEWORK = "document de cadre ou cadre de mesure (.json)";
const RESPONSES =
  "une réponse par ligne (.csv), ou les soumissions de KoboToolbox (.json) ; - pour l’entrée standard";
const LOG = "un journal : un fichier SQLite, ou l’adresse d’une base de données PostgreSQL (postgres://…)";

/** What `--help` and shell completion say in French, and what is said of wrong use. */
export const help: HelpTexts = {
  program:
    "Lit, calcule et contrôle les cadres de résultats du Fonds des Nations Unies pour la consolidation de la paix",
  titles: {
    usage: "Utilisation\u00a0:",
    arguments: "Arguments\u00a0:",
    options: "Options\u00a0:",
    commands: "Commandes\u00a0:",
    example: "Exemple\u00a0:",
  },
  placeholders: {
    command: "commande",
    options: "options",
    inputs: "fichiers",
    file: "fichier",
    files: "fichiers",
    path: "chemin",
    document: "document",
    framework: "cadre",
    table: "tableau",
    responses: "réponses",
    before: "avant",
    after: "après",
    rule: "règle",
    log: "journal",
    rest: "reste",
    holder: "titulaire",
    language: "langue",
    number: "nombre",
    name: "nom",
    names: "noms",
    level: "niveau",
    levels: "niveaux",
    date: "date",
    id: "identifiant",
    code: "code",
    format: "format",
    mapping: "correspondances",
    axes: "axes",
    how: "manière",
    formula: "formule",
    column: "colonne",
    columns: "colonnes",
    answers: "réponses",
    share: "part",
    kind: "genre",
    method: "méthode",
    estimate: "estimation",
    base: "base",
    role: "rôle",
    shell: "interpréteur",
  },
  choices: (values) => `au choix : ${values}`,
  initial: (value) => `par défaut : ${value}`,
  options: {
    "--help": "affiche cette aide",
    "--version": "affiche la version",
    "--activity": "l’activité d’un fichier de l’IITA à lire, par son identifiant",
    "--profile":
      "ce qu’une agence ajoute aux états, événements, causes et rôles (.ts, .js : un module qui exporte un profil ; il est exécuté)",
    "--on": "le jour dont valent les cibles et le temps écoulé, AAAA-MM-JJ",
    "--json": "affiche du JSON",
    "--rates":
      "taux de change (.csv : monnaie, date, taux pour un dollar ; ou .json) servant à convertir les montants",
    "--currency": "avec --rates : la monnaie dans laquelle convertir les montants",
    "--rates-on":
      "avec --rates : le jour dont les taux valent pour le budget. Par défaut : le premier jour du projet",
    "--lang":
      "langue de l’affichage et des messages ; avec --profile, aussi une langue du profil. Par défaut : celle de l’environnement",
    "--out": "fichier à écrire, en entier ou pas du tout",
    "--min-cell": "masque les effectifs inférieurs à ce nombre, et ce qui permettrait de les retrouver",
    "--mapping":
      "comment les lignes deviennent des observations : d’un tableau (fait par cadre map), de DHIS2, de KoboToolbox",
    "--form": "le formulaire auquel se réfère une correspondance KoboToolbox (.json, .xlsx)",
    "--by": "ventile selon ces colonnes prises ensemble : sexe,région",
    "--as-of": "ce que l’on savait ce jour-là, AAAA-MM-JJ",
    "--value": "les réponses ; 1 ou 0 pour une part. Pour d’autres réponses, voir --yes",
    "--yes": "réponses qui valent oui : d’accord,tout à fait d’accord",
    "--no": "réponses qui valent non. Par défaut : toutes les autres",
    "--missing": "réponses qui comptent comme non données : ne sait pas,refus",
    "--chart": "écrit un graphique des estimations (.svg, .png)",
    "--weight": "poids de sondage",
    "--stratum": "strate",
    "--cluster": "unité primaire de sondage (grappe)",
    "--fpc": "nombre d’unités de la strate dans la population, ou fraction sondée",
    "--method": "intervalle d’une part",
    "--single-unit": "ce qu’apporte une strate dont une seule unité a été enquêtée",
    "--level": "niveau de confiance",
    "--schema": "schéma d’un journal dans PostgreSQL. Par défaut : cadre",
  },
  commands: {
    help: { description: "affiche l’aide d’une commande", arguments: {}, options: {} },
    inspect: {
      description:
        "montre les indicateurs, le budget genre, les activités et les constats de rapports ou de cadres",
      arguments: { inputs: INPUTS },
      options: {},
    },
    check: {
      description: "montre seulement les constats ; code de sortie 1 si l’un d’eux est une erreur",
      arguments: { inputs: INPUTS },
      options: {
        "--format": "présentation des constats ; github : annotations, sarif : SARIF 2.1.0",
        "--severity": "seulement les constats de cette gravité ou plus",
        "--rule": "seulement les constats de cette règle ; peut être répétée",
        "--previous": "le rapport précédent du projet, pour les règles qui comparent les deux",
        "--annex": "l’annexe budgétaire du projet (.xlsx), confrontée au rapport",
        "--fix": "applique les corrections certaines, contrôle de nouveau et écrit le document de cadre",
        "--out": "où écrire le document corrigé (.json) ; sans cette option, dans le fichier lui-même",
        "--xsd": "valide aussi un fichier de l’IITA selon le schéma officiel",
        "--watch": "contrôle de nouveau chaque fois qu’un fichier change",
      },
    },
    explain: {
      description: "explique une règle ou un constat : de quoi il s’agit, sa source, que faire",
      arguments: { rule: "le code d’un constat, tel qu’il est affiché entre crochets" },
      options: {},
    },
    portfolio: {
      description:
        "montre une ligne par projet pour un ensemble de rapports, ou écrit tous leurs indicateurs dans un tableau",
      arguments: { inputs: INPUTS },
      options: {
        "--on":
          "le jour pour lequel mesurer le temps écoulé et les retards, AAAA-MM-JJ. Par défaut : celui de chaque rapport",
        "--to": "écrit le tableau complet, ou une page",
        "--common":
          "indicateurs communs : ceux auxquels les indicateurs pourraient correspondre et, avec un fichier de correspondances (.json), leurs totaux",
      },
    },
    diff: {
      description:
        "montre ce qui a changé entre deux documents d’un projet, et les constats apparus ou disparus",
      arguments: { before: READABLE, after: READABLE },
      options: {},
    },
    convert: {
      description: "écrit un rapport ou un cadre dans un autre format, en entier ou pas du tout",
      arguments: { file: READABLE },
      options: {
        "--to": "format à écrire",
        "--observations":
          "lignes d’observations, comme pour compute ; leurs résultats deviennent les valeurs réalisées (pour l’IITA, celles de chaque période)",
        "--by":
          "avec --to iati : ventile ces résultats selon ces axes ou le lieu pris ensemble, et non selon chaque axe : sexe,âge",
      },
    },
    compute: {
      description: "calcule les valeurs des indicateurs à partir de lignes d’observations",
      arguments: {
        framework: `${FRAMEWORK}, ou fichier de l’IITA (.xml)`,
        observations:
          "une observation par ligne (.csv, .json, .parquet, .arrow), les valeurs réalisées d’un fichier de l’IITA (.xml), ou ce que décrit une correspondance",
      },
      options: {
        "--by": "ventile selon des axes, la période, la source ou le lieu : sexe,period",
        "--same-key":
          "lignes différentes de mêmes clés et de même recordedAt : refuser les deux, garder la dernière, ou les additionner",
        "--progress": "montre la progression même si la sortie d’erreur n’est pas un terminal",
      },
    },
    derive: {
      description: "calcule par des formules les indicateurs qui découlent d’autres, en montrant le calcul",
      arguments: { document: READABLE },
      options: {
        "--formula":
          "une formule, avec le code de son indicateur ; [1.1] est une valeur, [1.1, baseline] sa donnée de base ; peut être répétée",
        "--formulas": "formules avec code, texte et unité (.json)",
        "--out": "écrit le document de cadre avec ses formules (.json)",
      },
    },
    map: {
      description:
        "devine ce que contiennent les colonnes d’un tableau : une correspondance pour compute, avec son explication",
      arguments: {
        framework: FRAMEWORK,
        table: "un tableau d’observations (.csv), avec des titres ou des hashtags HXL",
      },
      options: { "--out": "écrit la correspondance dans ce fichier, en entier ou pas du tout" },
    },
    protect: {
      description:
        "masque ou arrondit les petits effectifs d’un tableau, et ce qui permettrait de les retrouver, y compris par des diffusions antérieures",
      arguments: { table: "effectifs, une ligne par combinaison de catégories (.csv)" },
      options: {
        "--axes": "les colonnes des catégories : sexe,lieu",
        "--value": "la colonne des effectifs",
        "--zeros": "les zéros sont sensibles aussi",
        "--round-to": "publie des multiples de ce nombre, et ne masque que ce qui se devine encore",
        "--released": "ce qui a déjà été diffusé des mêmes valeurs ; peut être répétée",
        "--running": "pour des totaux cumulés : ce qui a déjà été diffusé, dans l’ordre ; peut être répétée",
        "--before": "pour des totaux cumulés : le tableau complet de la dernière diffusion",
      },
    },
    survey: {
      description: "estime des parts ou des moyennes à partir des réponses d’une enquête, avec intervalles",
      arguments: { responses: RESPONSES },
      options: { "--kind": "ce qui est estimé" },
    },
    "compare-surveys": {
      description:
        "compare deux passages d’une enquête : l’évolution avec son intervalle, son test et ce qui aurait pu être décelé",
      arguments: { responses: "réponses avant et après (.csv, .json) ; un seul fichier avec --round" },
      options: {
        "--kind": "ce qui est comparé",
        "--round": "pour un seul fichier : la colonne qui nomme le passage",
        "--rounds": "pour un seul fichier : le premier et le dernier passage : base,finale",
        "--before": "une part publiée et son nombre de répondants : 0.42,400",
        "--after": "de même pour le passage suivant",
        "--design-effect": "avec --before et --after. Par défaut : échantillon aléatoire simple",
      },
    },
    likert: {
      description:
        "résume des réponses sur une échelle : part de chaque niveau, médiane, score net, avec intervalles",
      arguments: { responses: RESPONSES },
      options: {
        "--items": "les questions auxquelles on répond sur cette échelle",
        "--levels": "les réponses de l’échelle, de la plus basse à la plus haute",
        "--positive": "niveaux qui comptent pour le score net. Par défaut : au-dessus du milieu",
        "--negative": "niveaux qui comptent contre. Par défaut : au-dessous du milieu",
        "--chart": "écrit un graphique de l’échelle (.svg, .png)",
      },
    },
    "plan-survey": {
      description:
        "dit combien de personnes une enquête doit interroger : pour une marge, ou pour déceler une évolution entre deux passages",
      arguments: {},
      options: {
        "--margin": "demi-largeur de l’intervalle : 0.05",
        "--share": "avec --margin : la part attendue. Par défaut : 0.5",
        "--from": "part au départ",
        "--to": "part à la fin : la plus petite évolution que l’enquête doit déceler",
        "--power": "probabilité de déceler l’évolution. Par défaut : 0.8",
        "--level": "niveau de confiance. Par défaut : 0.95",
        "--design-effect": "variance rapportée à celle d’un échantillon aléatoire simple",
        "--per-cluster": "répondants par grappe",
        "--intraclass": "ressemblance des répondants d’une même grappe",
        "--population": "nombre de personnes parmi lesquelles l’échantillon est tiré",
        "--response-rate": "part des personnes interrogées qui répondent. Par défaut : 1",
        "--groups": "nombre de groupes à connaître chacun. Par défaut : 1",
      },
    },
    serve: {
      description:
        "sert des projets par HTTP, avec le tableau de bord ; sans --data en mémoire, sans --keys pour cette machine seulement",
      arguments: { inputs: `${INPUTS}, à montrer` },
      options: {
        "--port": "port ; 0 : n’importe lequel qui soit libre",
        "--host": "adresse d’écoute",
        "--data": "dossier de toutes les données",
        "--archive": "archives de projets (faites par cadre archive), à montrer avec les données",
        "--keys": "clés du service (.json, faites par cadre key)",
        "--watch": "relit un fichier chaque fois qu’il change ; les pages qui le montrent suivent",
        "--open": "ouvre le portefeuille, ou l’unique projet, dans le navigateur",
      },
    },
    key: {
      description:
        "crée une clé du service : son entrée sur la sortie standard, son secret sur la sortie d’erreur",
      arguments: { holder: "qui la détient" },
      options: {
        "--role": "rôle du titulaire : {roles}, ou celui d’une agence : river:donor",
        "--agency": "l’agence au nom de laquelle agit le titulaire",
        "--project": "projets pour lesquels la clé vaut. Par défaut : tous",
      },
    },
    verify: {
      description:
        "vérifie chaque entrée d’un journal ; affiche la dernière entrée de chaque flux, à noter ailleurs",
      arguments: { log: LOG },
      options: {
        "--heads": "dernières entrées affichées auparavant, qui doivent encore s’y trouver (.json)",
      },
    },
    backup: {
      description:
        "copie un journal, même en service, dans un fichier SQLite, vérifié ; affiche la dernière entrée de chaque flux",
      arguments: { log: LOG, file: "la sauvegarde, qui ne doit pas encore exister" },
      options: {},
    },
    restore: {
      description:
        "remet une sauvegarde vérifiée là où il n’y a pas encore de journal ; les lecteurs doivent recommencer",
      arguments: { file: "la sauvegarde", log: LOG },
      options: {},
    },
    archive: {
      description:
        "divise un journal qui n’est pas en service : les projets clos dans une archive, les autres dans un journal qui le remplace ; affiche la dernière entrée de chaque flux de l’archive",
      arguments: {
        log: LOG,
        archive: "un fichier pour les projets archivés, qui ne doit pas encore exister",
        rest: "un fichier pour les autres, qui ne doit pas encore exister",
      },
      options: { "--project": "projets à archiver. Par défaut : ceux qui sont clôturés financièrement" },
    },
    completion: {
      description: "affiche un script qui complète commandes, options et fichiers dans un interpréteur",
      arguments: { shell: "l’interpréteur" },
      options: {},
    },
  },
  errors: {
    unknownOption: (option) => `l’option ${option} n’existe pas`,
    unknownCommand: (command) => `la commande ${command} n’existe pas`,
    missingArgument: (argument) => `il manque l’argument ${argument}`,
    missingValue: (option) => `l’option ${option} demande une valeur`,
    missingOption: (option) => `l’option ${option} est obligatoire`,
    notAChoice: (option) => `${option} n’admet pas cette valeur`,
    tooManyArguments: "trop d’arguments",
    nothing: "rien",
    found: (text) => `trouvé\u00a0: ${text}`,
    expected: (text) => `attendu\u00a0: ${text}`,
    didYouMean: (text) => `vouliez-vous dire ${text} ?`,
    seeHelp: (command) => `Voir ${command}`,
  },
};
