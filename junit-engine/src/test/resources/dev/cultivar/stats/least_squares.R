# Makes least_squares.csv from a stated seed; writes R's lm to least_squares.json.
# Run in this folder: Rscript least_squares.R   (Debian: r-cran-jsonlite)
library(jsonlite)
set.seed(20261125)
n <- 90
cluster <- rep(1:11, length.out = n)
x <- cbind(1, rnorm(n), 1e5 * rexp(n), rnorm(11)[cluster])
y <- drop(x %*% c(1, 0.5, 2e-5, -0.7)) + 0.6 * rnorm(11)[cluster] + rnorm(n) * (0.3 + abs(x[, 2]))
d <- data.frame(cluster = cluster, y = y, x)
names(d) <- c("cluster", "y", paste0("x", 1:4))
write.csv(format(d, digits = 12, trim = TRUE), "least_squares.csv", row.names = FALSE, quote = FALSE)
d <- read.csv("least_squares.csv")
m <- lm(y ~ 0 + x1 + x2 + x3 + x4, d)
s <- coef(summary(m))
with.intercept <- summary(lm(y ~ x2 + x3 + x4, d))
write(toJSON(list(estimate = unname(s[, 1]), stdError = unname(s[, 2]), t = unname(s[, 3]), p = unname(s[, 4]),
  residualVariance = summary(m)$sigma^2, rSquared = with.intercept$r.squared,
  rSquaredWithoutConstant = summary(lm(y ~ 0 + x2 + x3, d))$r.squared),
  digits = 14, auto_unbox = TRUE, pretty = TRUE), "least_squares.json")
