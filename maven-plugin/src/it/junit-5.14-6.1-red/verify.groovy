def red = evaluate(new File(basedir, '../parent/red-suite.groovy'))
def log = new File(basedir, 'build.log').text
assert log.count('BUILD FAILURE') == 4
def builds = log.split('BUILD FAILURE')
['1.14.4', '6.1.3'].eachWithIndex { platform, i ->
    def (cell, whole) = [builds[2 * i], builds[2 * i + 1]]
    def check = "looked at F122 and did not like it, on platform $platform by launcher $platform"
    red.cell(cell, "target/cell-$platform")
    assert cell.contains(check)
    red.whole(whole)
    assert whole.contains(check)
}
red.xml()
true
