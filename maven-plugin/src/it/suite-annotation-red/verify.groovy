def red = evaluate(new File(basedir, '../parent/red-suite.groovy'))
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 2
assert log.count('Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin') == 2
def (cell, whole) = log.split('BUILD FAILURE')
red.cell(cell)
// Selected by the @Suite, and run once.
red.whole(whole)
assert whole.count('# Paid for planted/uniform: 30 calls') == 1 : 'Surefire reran what was red, and no model was asked'
assert whole =~ /(?m)^\[ERROR\]   Run 2: .*Red as before: /
red.xml()
true
