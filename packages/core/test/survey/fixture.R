# Writes what R's survey package computes on the shapes of its own example data: Rscript fixture.R > fixture.json
suppressMessages(library(survey))
data(api); data(fpc); data(nhanes)
number <- function(x) ifelse(is.finite(x), trimws(formatC(x, digits = 17, format = "g")), "null")
list_ <- function(x) {
  texts <- if (is.character(x)) paste0('"', x, '"') else trimws(formatC(as.numeric(x), digits = 17, format = "g"))
  texts[is.na(x)] <- "null"
  paste0("[", paste(texts, collapse = ","), "]")
}
wilson <- function(p, n, z) {
  a <- (n * p + z^2 / 2) / (n + z^2); b <- z / (n + z^2) * sqrt(n * p * (1 - p) + z^2 / 4); c(a - b, a + b) }
case <- function(name, data, value, kind, design, columns, keep = NULL, single = "refuse") {
  whole <- design
  inside <- if (is.null(keep)) rep(TRUE, nrow(data)) else keep
  d <- subset(whole, inside & !is.na(data[[value]]))
  out <- list(estimate = NaN, se = NaN, low = NaN, high = NaN, deff = NaN, logitLow = NaN, logitHigh = NaN, df = 0)
  if (nrow(d$variables) > 0) {
    f <- as.formula(paste0("~", value))
    if (single == "refuse") options(survey.lonely.psu = "fail") else options(survey.lonely.psu = single)
    m <- svymean(f, d, deff = "replace")
    out$estimate <- coef(m)[[1]]; out$se <- SE(m)[[1]]; out$deff <- deff(m)[[1]]; out$df <- degf(d)
    if (kind == "mean") { ci <- confint(m, df = degf(d)); out$low <- ci[1]; out$high <- ci[2] }
    else if (out$estimate > 0 && out$estimate < 1 && out$df > 0) {
      ci <- attr(svyciprop(f, d, method = "xlogit"), "ci"); out$logitLow <- ci[[1]]; out$logitHigh <- ci[[2]]
      n <- nrow(d$variables)
      share <- columns$share
      worth <- min(n / out$deff * (qt(.975, n - 1) / qt(.975, out$df))^2, n / (1 - share))
      w <- wilson(out$estimate, worth, qnorm(.975)); out$low <- w[1]; out$high <- w[2]
    }
  }
  parts <- c(paste0('"name":"', name, '"'), paste0('"kind":"', kind, '"'), paste0('"singleUnit":"', single, '"'),
    paste0('"values":', list_(data[[value]])))
  for (each in c("weights", "strata", "clusters", "populations")) if (!is.null(columns[[each]]))
    parts <- c(parts, paste0('"', each, '":', list_(if (each %in% c("strata", "clusters")) as.character(columns[[each]]) else columns[[each]])))
  if (!is.null(keep)) parts <- c(parts, paste0('"within":', list_(as.numeric(keep))))
  parts <- c(parts, paste0('"expected":{', paste(paste0('"', names(out), '":', sapply(out, number)), collapse = ","), "}"))
  paste0("{", paste(parts, collapse = ","), "}")
}
apistrat$wide <- as.numeric(apistrat$sch.wide == "Yes"); apiclus1$wide <- as.numeric(apiclus1$sch.wide == "Yes")
st <- list(weights = apistrat$pw, strata = apistrat$stype, populations = apistrat$fpc, share = 200 / 6194)
ds <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
cl <- list(weights = apiclus1$pw, clusters = apiclus1$dnum, populations = apiclus1$fpc, share = 15 / 757)
dc <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
srs <- svydesign(id = ~1, data = apistrat, weights = rep(1, 200))
nh <- nhanes[seq(1, nrow(nhanes), by = 8), ]
nh <- nh[order(nh$SDMVSTRA, nh$SDMVPSU), ]
dn <- svydesign(id = ~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nh)
nc <- list(weights = nh$WTMEC2YR, strata = nh$SDMVSTRA, clusters = nh$SDMVPSU, share = 0)
df <- svydesign(id = ~psuid, strata = ~stratid, weights = ~weight, fpc = ~Nh, nest = TRUE, data = fpc)
fc <- list(weights = fpc$weight, strata = fpc$stratid, clusters = fpc$psuid, populations = fpc$Nh, share = 8 / 27)
# One school alone stands for its stratum.
one <- apistrat[apistrat$stype != "M" | !duplicated(apistrat$stype), ]
oc <- list(weights = one$pw, strata = one$stype, share = 0)
do <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = one)
# Two groups that share clusters: their difference, with the covariance.
pair <- svyby(~wide, ~awards, dc, svymean, covmat = TRUE)
diff <- svycontrast(pair, c(No = -1, Yes = 1))
contrast <- paste0('{"values":', list_(apiclus1$wide), ',"weights":', list_(apiclus1$pw), ',"clusters":', list_(as.character(apiclus1$dnum)),
  ',"populations":', list_(apiclus1$fpc), ',"group":', list_(as.numeric(apiclus1$awards == "Yes")), ',"change":', number(coef(diff)[[1]]), ',"se":', number(SE(diff)[[1]]), '}')
cat('{"version":"', as.character(packageVersion("survey")), '","contrast":', contrast, ',\n"cases":[', sep = "")
cat(paste(c(
  case("stratified share", apistrat, "wide", "share", ds, st), case("stratified mean", apistrat, "api00", "mean", ds, st),
  case("stratified subpopulation", apistrat, "wide", "share", ds, st, apistrat$api00 > 700),
  case("one stratum of a stratified sample", apistrat, "api00", "mean", ds, st, apistrat$stype == "H"),
  case("empty domain", apistrat, "wide", "share", ds, st, apistrat$api00 > 5000),
  case("everybody alike", apistrat, "wide", "share", ds, st, apistrat$wide == 1),
  case("clustered share", apiclus1, "wide", "share", dc, cl), case("clustered mean", apiclus1, "api00", "mean", dc, cl),
  case("clustered subpopulation", apiclus1, "wide", "share", dc, cl, apiclus1$stype == "H"),
  case("simple random sample", apistrat, "wide", "share", srs, list(share = 0)),
  case("stratified clusters, weighted share with missing answers", nh, "HI_CHOL", "share", dn, nc),
  case("stratified clusters, subpopulation", nh, "HI_CHOL", "share", dn, nc, nh$RIAGENDR == 2 & nh$race == 3),
  case("finite population", fpc, "x", "mean", df, fc),
  case("single unit, adjusted", one, "wide", "share", do, oc, NULL, "adjust"),
  case("single unit, average", one, "api00", "mean", do, oc, NULL, "average"),
  case("single unit, certainty", one, "wide", "share", do, oc, NULL, "certainty")), collapse = ",\n"), "]}\n")
