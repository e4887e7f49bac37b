def log = new File(basedir, 'build.log').text
assert log.contains('results.json are missing. Run cultivar:run first.')

def site = new File(basedir, 'target/site')
if (!new File(site, 'cultivar.html').exists()) {
    site = new File(basedir, 'target/reports')
}
def page = new File(site, 'cultivar.html').text
assert page.contains('Cultural alignment: FAIL')
assert page.contains('coverage')
assert page.contains('it.Gate')
assert !page.contains("<script>alert('F118')") : 'what a probe or a model says is text'
assert !page.contains('<b>bold</b>')
assert page.contains('&lt;script&gt;alert')
assert page.contains('href="cultivar/report.html"')
assert new File(site, 'cultivar/report.html').text == new File(basedir, 'target/cultivar/report.html').text
