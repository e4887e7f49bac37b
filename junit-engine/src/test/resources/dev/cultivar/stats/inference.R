# Writes inference.json: adjusted p-values, power of t tests and type 6 quantiles as R gives them.
# Run in this folder: Rscript inference.R   (Debian: r-cran-jsonlite)
library(jsonlite)
set.seed(20261126)
p <- round(c(runif(12)^3, 0.01, 0.01), 6)
grid <- expand.grid(df = c(1, 2, 5, 11.5, 83, 1000), shift = c(0, 0.7, 2.5, 5), tail = c(0.05, 0.005))
grid$power <- with(grid, pt(qt(tail, df, lower.tail = FALSE), df, ncp = shift, lower.tail = FALSE))
n <- 24
sample <- round(rexp(n), 6)
replicates <- round(replicate(999, mean(sample(sample, n, TRUE))), 8)
plan <- power.t.test(n = 20, sd = 1, sig.level = 0.05, power = 0.8)
write(toJSON(list(p = p, holm = p.adjust(p, "holm"), power = grid,
  replicates = replicates, quantiles = unname(quantile(replicates, c(0.025, 0.975), type = 6)),
  delta = plan$delta), digits = 14, auto_unbox = TRUE), "inference.json")
