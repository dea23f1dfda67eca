import { coreMessages, defineLanguage } from "@cadre/core/locale";
import { chartMessages, portfolioMessages } from "@cadre/view";
import { dashboard } from "./portuguese-dashboard.ts";

/**
 * Portuguese, as it is written in Guinea-Bissau. What is not translated here is shown in French: the texts that explain each column, and the
 * messages of findings.
 */
export const portuguese = defineLanguage({
  code: "pt",
  name: "Português",
  locale: "pt-PT",
  fallback: "fr",
  messages: {
    core: coreMessages({
      verdict: {
        time: "decorreram {0:percent} do tempo",
        money: "foram gastos {0:percent} do dinheiro",
        late: {
          select: 0,
          one: "{0:late} de {1:activities} atividades está em atraso",
          other: "{0:late} de {1:activities} atividades estão em atraso",
        },
        noStatus: {
          select: 0,
          one: "não se conhece a situação do único indicador",
          other: "não se conhece a situação de nenhum dos {0} indicadores",
        },
        achieved: {
          select: 0,
          one: "{0} de {1} indicadores foi alcançado",
          other: "{0} de {1} indicadores foram alcançados",
        },
        onTrack: "{0} no bom caminho",
        behind: { select: 0, one: "{0} atrasado", other: "{0} atrasados" },
        notDue: { select: 0, one: "{0} ainda não esperado", other: "{0} ainda não esperados" },
        unknown: { select: 0, one: "{0} desconhecido", other: "{0} desconhecidos" },
        errors: { select: 0, one: "{0} erro no documento", other: "{0} erros no documento" },
      },
    }),
    view: dashboard,
    charts: chartMessages({
      source: "Fonte",
      projectNumber: "projeto {0:number}",
      span: "de {0:start} a {1:end}",
      activityDays: "dias de atividade",
      ganttTitle: "As atividades no tempo",
      ganttText: "{0:activities} atividades, das quais {1:late} atrasadas ou suspensas.",
      ganttPlan: "plano de trabalho",
      lostTitle: "Dias perdidos por causa: {0}",
      nothing: "Não há nada a representar.",
    }),
    portfolio: portfolioMessages({
      title: "Carteira de projetos",
      approved: "{0:projects}, {1:budget} aprovados",
      verdict:
        "{0:projects}. {1:late} de {2:activities} atividades em atraso ou suspensas. {3:errors} nos relatórios.",
      search: "Pesquisa",
      searchHint: "título, número, agência",
      all: {
        ...{ country: "todos os países", agency: "todas as agências" },
        ...{ focusArea: "todos os domínios", year: "todos os anos" },
      },
      dimension: { country: "País", agency: "Agência", focusArea: "Domínio prioritário", year: "Ano" },
      clear: "Limpar os filtros",
      noMatch: "Nenhum projeto corresponde aos filtros.",
      projects: { select: 0, one: "{0} projeto", other: "{0} projetos" },
      shown: { select: 1, one: "{0} de {1} projeto", other: "{0} de {1} projetos" },
      columns: {
        ...{ project: "Projeto", time: "Tempo decorrido", money: "Dinheiro gasto" },
        ...{ indicators: "Indicadores por situação", late: "Atividades em atraso", errors: "Erros" },
        ...{ gewe: "Parte GEWE", report: "Último relatório" },
      },
      compare: "Comparação",
      compareColumns: {
        ...{ projects: "Projetos", budget: "Orçamento aprovado", indicators: "Indicadores por situação" },
        ...{ late: "Atividades em atraso", errors: "Erros" },
      },
      none: "não comunicado",
      lateOf: "{0:late} de {1:all}",
      earlier: { select: 0, one: "{0} relatório anterior", other: "{0} relatórios anteriores" },
      agrees: "condiz com o marcador",
      contradicts: "contradiz o marcador",
    }),
  },
});
