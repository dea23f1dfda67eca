import type { Field } from "./grammar.ts";

/** The fields of the French report, in their order: what the template prints, and what a paragraph of it begins with. */
export const FRENCH_FIELDS: Field[] = [
  {
    key: "report-title",
    prompt: "RAPPORT DE PROGRÈS DE PROJET PBF",
    labels: [
      "rapport de progres de projet pbf",
      "rapport de progres du projet pbf",
      "rapport de progres de projet du fonds de consolidation",
      "rapport de progres du projet du fonds de consolidation",
    ],
    answer: "below",
  },
  {
    key: "country",
    prompt: "PAYS:",
    labels: ["pays:", "pays (s):", "pays concernes:", "pays concerne:"],
    answer: "colon",
  },
  {
    key: "report-type",
    prompt: "TYPE DE RAPPORT: SEMESTRIEL, ANNUEL OU FINAL:",
    labels: ["type de rapport: semestriel, annuel ou final", "type de rapport"],
    answer: "colon",
  },
  {
    key: "year",
    prompt: "ANNÉE DE RAPPORT:",
    labels: ["annee de rapport", "annee du rapport", "date du rapport", "date de rapport"],
    answer: "colon",
  },
  { key: "title", prompt: "Titre du projet:", labels: ["titre du projet"], answer: "colon" },
  {
    key: "number",
    prompt: "Numéro Projet / MPTF Gateway:",
    labels: [
      "numero projet / mptf gateway",
      "numero projet",
      "numero de projet",
      "numero du projet",
      "numero du projet mptf",
      "numero de reference du projet",
    ],
    answer: "colon",
  },
  {
    key: "modality",
    prompt: "Modalité de financement du projet PBF:",
    labels: ["modalite de financement du projet", "modalite du projet pbf"],
    answer: "colon",
    optional: true,
  },
  {
    key: "trust-fund",
    prompt: "Si le financement passe par un Fonds Fiduciaire (“Trust fund”):",
    labels: ["si le financement passe par un fonds fiduciaire", "si le financement est verse"],
    answer: "colon",
    options: ["Fonds fiduciaire pays", "Fonds fiduciaire régional"],
  },
  {
    key: "agencies",
    prompt: "Type et nom d’agence récipiendaire:",
    labels: [
      "type et nom d'agence recipiendaire",
      "type et nom des agences recipiendaires",
      "type et nom d'organisation",
      "enumerez toutes les organisations recipiendaires",
      "liste des organisations recipiendaires",
      "type et nom de l'agence recipiendaire",
      "agences recipiendaires:",
      "organisations recipiendaires:",
    ],
    answer: "colon",
  },
  {
    key: "partners",
    prompt: "Énumérez les autres partenaires de mise en œuvre, gouvernementaux et non gouvernementaux:",
    labels: ["enumerez les autres partenaires", "enumerez les partenaires", "liste des autres partenaires"],
    answer: "colon",
    optional: true,
  },
  {
    key: "start-date",
    prompt: "Date du premier transfert de fonds:",
    labels: [
      "date du premier transfert",
      "date de debut du projet",
      "date de commencement du projet",
      "date de demarrage du projet",
    ],
    answer: "colon",
  },
  {
    key: "end-date",
    prompt: "Date de fin de projet:",
    labels: ["date de fin de projet", "date de fin du projet"],
    answer: "colon",
  },
  {
    key: "duration",
    prompt: "Durée du projet en mois:",
    labels: ["duree du projet en mois", "duree du projet"],
    answer: "colon",
    optional: true,
  },
  {
    key: "extension-received",
    prompt: "Ce projet a-t-il reçu une extension avec ou sans coût?",
    labels: ["ce projet a-t-il recu une extension", "le projet a-t-il recu une extension"],
    answer: "question",
    optional: true,
  },
  {
    key: "extension-requested",
    prompt: "Ce projet demandera-t-il une extension avec ou sans coût?",
    labels: ["ce projet demandera-t-il une extension", "le projet demandera-t-il une extension"],
    answer: "question",
    optional: true,
  },
  {
    key: "last-six-months",
    prompt: "Le projet est-il dans ces six derniers mois de mise en œuvre?",
    labels: [
      "le projet est-il dans ces six derniers mois",
      "la date de fin de projet est-elle dans",
      "la date de fin du projet est-elle dans",
    ],
    answer: "question",
  },
  {
    key: "windows",
    prompt: "Est-ce que le projet fait part d’une des fenêtres prioritaires spécifiques du PBF:",
    labels: [
      "est-ce que le projet fait part d'une des fenetres prioritaires",
      "veuillez indiquer si le projet fait partie",
      "le projet fait-il partie d'une des fenetres",
      "le projet s'inscrit-il dans une des fenetres",
      "cochez si le projet",
    ],
    answer: "colon",
    options: [
      "Initiative de promotion du genre",
      "Initiative de promotion de la jeunesse",
      "Transition entre différentes configurations de l’ONU (e.g. sortie de la mission de maintien de la paix)",
      "Projet transfrontalier ou régional",
    ],
  },
  {
    key: "total-budget",
    prompt: "Budget PBF total approuvé (par agence récipiendaire):",
    labels: [
      "budget pbf total approuve",
      "budget total approuve",
      "budget total pbf approuve",
      "budget pbf approuve",
    ],
    answer: "colon",
  },
  {
    key: "tranches",
    prompt: "Combien de tranches ont été reçues jusqu’à présent:",
    labels: ["combien de tranches"],
    answer: "colon",
    optional: true,
  },
  {
    key: "delivery-rate",
    prompt: "Taux de mise en œuvre approximatif comme pourcentage du budget total du projet:",
    labels: [
      "taux de mise en oeuvre approximatif",
      "taux d'execution approximatif",
      "taux de mise en oeuvre",
    ],
    answer: "colon",
  },
  {
    key: "heading",
    prompt: "Budgétisation sensible au genre:",
    labels: ["budgetisation sensible au genre"],
    answer: "below",
  },
  {
    key: "gewe-share",
    prompt:
      "Indiquez quel pourcentage (%) du budget dans le document de projet est alloué aux activités dédiées à l’égalité des sexes ou à l’autonomisation des femmes:",
    labels: ["indiquez quel pourcentage", "indiquez le pourcentage"],
    answer: "colon",
    optional: true,
  },
  {
    key: "gewe-allocated",
    prompt:
      "Indiquez le montant ($) du budget dans le document de projet alloué aux activités dédiées à l’égalité des sexes ou à l’autonomisation des femmes:",
    labels: [
      "indiquez le montant ($) du budget dans le document de projet alloue",
      "indiquez le montant ($) du budget alloue",
    ],
    answer: "colon",
  },
  {
    key: "gewe-spent",
    prompt:
      "Indiquez le montant ($) du budget dépensé jusqu’à maintenant pour les activités dédiées à l’égalité des sexes ou à l’autonomisation des femmes:",
    labels: ["indiquez le montant ($) du budget depense"],
    answer: "colon",
  },
  {
    key: "gender-marker",
    prompt: "Marqueur de genre du projet:",
    labels: ["marquer de genre", "marqueur de genre"],
    answer: "colon",
  },
  {
    key: "risk-marker",
    prompt: "Marqueur de risque du projet:",
    labels: ["marquer de risque", "marqueur de risque"],
    answer: "colon",
  },
  {
    key: "focus-area",
    prompt: "Domaine de priorité de l’intervention PBF (« PBF focus area »):",
    labels: ["domaine de priorite de l'intervention pbf", "domaine de priorite"],
    answer: "colon",
  },
  {
    key: "heading",
    prompt: "Comité de pilotage et engagement du gouvernement",
    labels: ["comite de pilotage et engagement"],
    answer: "below",
    optional: true,
  },
  {
    key: "steering-committee",
    prompt: "Le projet a-t-il un comité de pilotage actif?",
    labels: ["le projet a-t-il un comite de pilotage", "le projet dispose-t-il d'un comite de pilotage"],
    answer: "question",
    optional: true,
  },
  {
    key: "steering-meetings",
    prompt: "Si oui, combien de fois le comité de pilotage s’est-il réuni au cours des six derniers mois?",
    labels: ["si oui, combien de fois le comite de pilotage", "si oui, veuillez indiquer combien de fois"],
    answer: "question",
    optional: true,
  },
  {
    key: "government-engagement",
    prompt:
      "Veuillez décrire brièvement tout engagement du projet avec le gouvernement au cours des six derniers mois, et le niveau de gouvernement concerné:",
    labels: ["veuillez decrire brievement tout engagement", "veuillez fournir une breve description"],
    answer: "colon",
    optional: true,
  },
  { key: "heading", prompt: "Préparation du rapport:", labels: ["preparation du rapport"], answer: "below" },
  { key: "prepared-by", prompt: "Rapport préparé par:", labels: ["rapport prepare par"], answer: "colon" },
  { key: "approved-by", prompt: "Rapport approuvé par:", labels: ["rapport approuve par"], answer: "colon" },
  {
    key: "secretariat-review",
    prompt: "Le Secrétariat PBF a-t-il revu le rapport:",
    labels: [
      "le secretariat pbf a-t-il revu",
      "le secretariat pbf a-t-il approuve",
      "le secretariat du pbf a-t-il",
    ],
    answer: "colon",
  },
  {
    key: "secretariat-comments",
    prompt: "Commentaires du Secrétariat PBF sur le rapport:",
    labels: ["commentaires du secretariat pbf"],
    answer: "colon",
    optional: true,
  },
  {
    key: "heading",
    prompt: "NOTES POUR REMPLIR LE RAPPORT:",
    labels: ["notes pour remplir le rapport"],
    answer: "below",
  },
  {
    key: "heading",
    prompt: "Partie I: Progrès global du projet",
    labels: [
      "partie 1",
      "partie i:",
      "partie i ",
      "1.1 progres global du projet",
      "1.1. progres global du projet",
    ],
    answer: "below",
  },
  {
    key: "overall-status",
    prompt:
      "Expliquer brièvement l’état global de mise en œuvre du projet en termes de cycle de mise en œuvre, y compris si toutes les activités préparatoires ont été achevées (par exemple, contractualisation des partenaires, recrutement du personnel etc.) (Limite de 1500 caractères):",
    labels: ["expliquer brievement l'etat global", "expliquez brievement l'etat global"],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "next-six-months",
    prompt:
      "Veuillez indiquer tout événement important lié au projet prévu au cours des six prochains mois, par exemple : les dialogues nationaux, les congrès des jeunes, les projections de films (Limite de 1000 caractères):",
    labels: ["veuillez indiquer tout evenement important"],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "heading",
    prompt: "POUR LES PROJETS DANS LES SIX DERNIERS MOIS DE MISE EN ŒUVRE:",
    labels: ["pour les projets dans les six derniers mois"],
    answer: "below",
  },
  {
    key: "structural-change",
    prompt:
      "Résumez le principal changement structurel, institutionnel ou sociétal auquel le projet a contribué. Ceci n’est pas une anecdote ou une liste des activités individuelles accomplies, mais une description de progrès fait vers l’objectif principal du projet. (Limite de 1500 caractères):",
    labels: [
      "resumez le principal changement structurel",
      "pour les projets dans les six derniers mois de mise en oeuvre: resumez",
    ],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "human-impact",
    prompt:
      "En quelques phrases, expliquez comment le projet a eu un impact humain réel. Ceci peut inclure un exemple spécifique de comment il a affecté la vie des personnes dans le pays - si possible, utilisez des citations directes des bénéficiaires ou des weblinks à la communication stratégique publiée. (Limite de 2000 caractères):",
    labels: ["en quelques phrases, expliquez comment le projet a eu un impact humain", "en quelques phrases"],
    answer: "limit",
    limit: 2000,
  },
  {
    key: "heading",
    prompt: "Partie II: Progrès par Résultat du projet",
    labels: ["partie ii:", "partie ii ", "partie 2", "1.2 progres par resultat", "1.2. progres par resultat"],
    answer: "below",
  },
  {
    key: "rating",
    prompt: "Veuillez évaluer l’état actuel des progrès du résultat:",
    labels: [
      "veuillez evaluer l'etat actuel des progres",
      "evaluez l'etat actuel des progres",
      "veuillez evaluer l'etat d'avancement",
    ],
    answer: "colon",
  },
  {
    key: "outcome-progress",
    prompt: "Résumé de progrès: (Limite de 3000 caractères)",
    labels: ["resume de progres", "resume des progres"],
    answer: "limit",
    limit: 3000,
  },
  {
    key: "gender-and-youth",
    prompt:
      "Indiquez toute analyse supplémentaire sur la manière dont l’égalité entre les sexes et l’autonomisation des femmes et / ou l’inclusion et la réactivité aux besoins des jeunes ont été assurées dans le cadre de ce résultat: (Limite de 1000 caractères)",
    labels: ["indiquez toute analyse supplementaire"],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "heading",
    prompt: "Partie III: Questions transversales",
    labels: ["partie iii", "partie 3", "1.3 questions transversales", "1.3. questions transversales"],
    answer: "below",
  },
  {
    key: "monitoring",
    prompt:
      "Suivi: Indiquez les activités de suivi conduites dans la période du rapport (Limite de 1000 caractères)",
    labels: ["suivi: indiquez les activites de suivi", "suivi: veuillez"],
    answer: "limit",
    limit: 1000,
  },
  {
    key: "outcome-baselines",
    prompt: "Est-ce que les indicateurs des résultats ont des bases de référence?",
    labels: ["est-ce que les indicateurs des resultats ont des bases"],
    answer: "question",
  },
  {
    key: "surveys",
    prompt:
      "Le projet a-t-il lancé des enquêtes de perception ou d’autres collectes de données communautaires?",
    labels: ["le projet a-t-il lance des enquetes de perception"],
    answer: "question",
  },
  {
    key: "evaluation-done",
    prompt: "Évaluation: Est-ce qu’un exercice évaluatif a été conduit pendant la période du rapport?",
    labels: ["evaluation: est-ce qu'un exercice evaluatif"],
    answer: "question",
  },
  {
    key: "evaluation-budget",
    prompt: "Budget pour évaluation finale (réponse obligatoire):",
    labels: ["budget pour evaluation finale", "budget pour l'evaluation finale"],
    answer: "colon",
  },
  {
    key: "evaluation-preparations",
    prompt:
      "Si le projet se termine dans les 6 prochains mois, décrire les préparatifs pour l’évaluation (Limite de 1500 caractères):",
    labels: [
      "si le projet se termine dans les 6 prochains mois",
      "si le projet se termine dans les six prochains mois",
    ],
    answer: "limit",
    limit: 1500,
  },
  {
    key: "catalytic-effects",
    prompt:
      "Effets catalytiques (financiers): Indiquez le nom de l’agent de financement et le montant du soutien financier non PBF supplémentaire qui a été obtenu par le projet.",
    labels: ["effets catalytiques"],
    answer: "below",
  },
  {
    key: "other-issues",
    prompt:
      "Autre: Y a-t-il d’autres points concernant la mise en œuvre du projet que vous souhaitez partager, y compris sur les besoins en capacité des organisations bénéficiaires? (Limite de 1500 caractères)",
    labels: ["autre: y a-t-il d'autres points", "autre: y a t-il"],
    answer: "limit",
    limit: 1500,
  },
  { key: "heading", prompt: "Partie IV: COVID-19", labels: ["partie iv", "partie 4"], answer: "below" },
  {
    key: "covid-adjustment",
    prompt:
      "1) Ajustements financiers: Veuillez indiquer le montant total en USD des ajustements liés au COVID-19.",
    labels: ["1) ajustements financiers"],
    answer: "below",
  },
  {
    key: "covid-adjustments",
    prompt:
      "2) Ajustements non-financiers: Veuillez indiquer tout ajustement du projet qui n’a pas eu de conséquences financières.",
    labels: ["2) ajustements non-financiers", "2) ajustements non financiers"],
    answer: "below",
  },
  {
    key: "covid-categories",
    prompt:
      "3) Veuillez sélectionner toutes les catégories qui décrivent les ajustements du projet (et inclure des détails dans les sections générales de ce rapport):",
    labels: ["3) veuillez selectionner toutes les categories"],
    answer: "below",
  },
  {
    key: "covid-success-story",
    prompt:
      "Le cas échéant, veuillez partager une histoire de réussite COVID-19 de ce projet (i.e. comment les ajustements de ce projet ont fait une différence et ont contribué à une réponse positive à la pandémie / empêché les tensions ou la violence liées à la pandémie, etc.)",
    labels: ["le cas echeant, veuillez partager une histoire de reussite"],
    answer: "below",
  },
  {
    key: "indicator-table",
    prompt: "Partie V: ÉVALUATION DE LA PERFORMANCE DU PROJET SUR LA BASE DES INDICATEURS:",
    labels: [
      "partie v:",
      "partie v ",
      "partie 5",
      "1.4 evaluation de la performance",
      "evaluation de la performance du projet sur la base des indicateurs",
      "evaluation des performances sur la base des indicateurs",
    ],
    answer: "below",
  },
];
