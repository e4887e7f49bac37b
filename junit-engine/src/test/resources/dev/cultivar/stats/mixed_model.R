# Makes mixed_model_*.csv from a stated seed and fits each by REML with lme4 and lmerTest; writes the numbers to mixed_model.json.
# Run in this folder: Rscript mixed_model.R   (Debian: r-cran-lmertest r-cran-jsonlite)
suppressMessages({library(lmerTest); library(jsonlite)})
set.seed(20261124)

make <- function(sizes, theta, columns, groupColumns = 0, intercept = TRUE) {
  group <- rep(seq_along(sizes), sizes)
  n <- length(group)
  x <- matrix(rnorm(n * columns), n)
  for (j in seq_len(groupColumns)) x[, j] <- rnorm(length(sizes))[group]
  if (intercept) x[, 1] <- 1
  y <- drop(x %*% seq(0.5, by = 0.25, length.out = columns)) + theta * rnorm(length(sizes))[group] + rnorm(n)
  d <- data.frame(group = group, y = y, x)
  names(d) <- c("group", "y", paste0("x", seq_len(columns)))
  d
}
# The estimate is 0 where residuals that are alike across groups are put in.
boundary <- make(rep(10, 8), 0, 3)
boundary$y <- boundary$y - ave(boundary$y, boundary$group) + 1 + 0.4 * boundary$x2
scaled <- make(c(12, 15, 9, 20, 14, 11), 0.8, 4)
scaled$x2 <- scaled$x2 * 1e6; scaled$x3 <- scaled$x3 * 1e-6 + 2e-6
cases <- list(
  balanced = make(rep(12, 10), 0.7, 4),
  boundary = boundary,
  nearboundary = make(rep(6, 12), 0.35, 3),
  unbalanced = make(c(1, 1, 2, 3, 5, 8, 13, 40, 60), 1, 4, 2),
  noIntercept = make(c(7, 3, 11, 6, 9, 2), 1.5, 3, 1, FALSE),
  threeGroups = make(c(20, 25, 30), 0.9, 2),
  dominant = make(c(8, 9, 10, 11, 12), 60, 3),
  scaled = scaled)

fits <- lapply(names(cases), function(name) {
  d <- read.csv(text = readLines({
    file <- paste0("mixed_model_", name, ".csv")
    write.csv(format(cases[[name]], digits = 12, trim = TRUE), file, row.names = FALSE, quote = FALSE)
    file
  }))
  columns <- grep("^x", names(d), value = TRUE)
  formula <- as.formula(paste("y ~ 0 +", paste(columns, collapse = " + "), "+ (1 | group)"))
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.1, rhoend = 1e-10, maxfun = 10000),
                         check.scaleX = "ignore")
  m <- suppressMessages(lmer(formula, d, REML = TRUE, control = control))
  s <- coef(summary(m))
  v <- as.data.frame(VarCorr(m))$vcov
  fixed <- var(drop(model.matrix(m) %*% fixef(m)))
  list(name = name, estimate = unname(s[, 1]), stdError = unname(s[, 2]), df = unname(s[, 3]), t = unname(s[, 4]),
       p = unname(s[, 5]), groupVariance = v[1], residualVariance = v[2], remlLogLikelihood = as.numeric(logLik(m)),
       fitted = unname(fitted(m)), marginalR2 = fixed / (fixed + sum(v)), conditionalR2 = (fixed + v[1]) / (fixed + sum(v)))
})
write(toJSON(fits, digits = 14, auto_unbox = TRUE, pretty = TRUE), "mixed_model.json")
