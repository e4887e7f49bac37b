# Writes inference.json: adjusted p-values, power of t tests, type 6 quantiles and BCa intervals as R gives them.
# Run in this folder: Rscript inference.R   (Debian: r-cran-boot r-cran-jsonlite)
suppressMessages({library(boot); library(jsonlite)})
set.seed(20261126)
p <- round(c(runif(12)^3, 0.01, 0.01), 6)
grid <- expand.grid(df = c(1, 2, 5, 11.5, 83, 1000), shift = c(0, 0.7, 2.5, 5), tail = c(0.05, 0.005))
grid$power <- with(grid, pt(qt(tail, df, lower.tail = FALSE), df, ncp = shift, lower.tail = FALSE))
n <- 24
sample <- round(rexp(n), 6)
replicates <- round(replicate(999, mean(sample(sample, n, TRUE))), 8)
estimate <- mean(sample)
jack <- sapply(1:n, function(i) mean(sample[-i]))
b <- list(t0 = estimate, t = matrix(replicates), R = 999, data = sample, call = quote(boot(stype = "i")), sim = "ordinary",
          stype = "i", strata = rep(1, n))
class(b) <- "boot"
bca <- boot.ci(b, conf = 0.9, type = "bca", L = (n - 1) * (mean(jack) - jack))$bca[4:5]
plan <- power.t.test(n = 20, sd = 1, sig.level = 0.05, power = 0.8)
write(toJSON(list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"), power = grid,
  sample = sample, replicates = replicates, quantiles = unname(quantile(replicates, c(0.025, 0.975), type = 6)), bca = bca,
  delta = plan$delta), digits = 14, auto_unbox = TRUE), "inference.json")
