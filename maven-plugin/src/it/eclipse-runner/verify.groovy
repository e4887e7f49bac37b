// Eclipse's own runner, which VS Code starts too: it connects to a port and tells there what the IDE shows.
def classPath = [
    new File(basedir, 'target/test-classes').path,
    new File(basedir, 'target/class-path.txt').text.trim()].join(File.pathSeparator)

def told = { String... arguments ->
    def server = new ServerSocket(0, 1, InetAddress.loopbackAddress)
    server.soTimeout = 120_000
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def command = [java, '-XX:TieredStopAtLevel=1', '-cp', classPath, 'org.eclipse.jdt.internal.junit.runner.RemoteTestRunner',
        '-version', '3', '-port', server.localPort as String,
        '-testLoaderClass', 'org.eclipse.jdt.internal.junit5.runner.JUnit5TestLoader',
        '-loaderpluginname', 'org.eclipse.jdt.junit5.runtime'] + (arguments as List)
    def process = new ProcessBuilder(command).directory(basedir).redirectErrorStream(true)
        .redirectOutput(new File(basedir, 'runner.log')).start()
    try {
        server.accept().withCloseable { socket ->
            socket.soTimeout = 120_000
            socket.inputStream.getText('UTF-8').readLines()
        }
    } finally {
        server.close()
        process.waitFor()
    }
}
// Fields are parted by commas: id, name, holds others, children, dynamic, parent, display name, parameter types, unique id.
def tree = { lines -> lines.findAll { it.startsWith('%TSTTREE') }.collect { line ->
    def field = line.substring('%TSTTREE'.length()).split(/(?<!\\),/, -1)
    [id: field[0], name: field[1], leaf: field[2] == 'false', shown: field[6], types: field[7], uniqueId: field[8]]
} }
def leaves = { lines -> tree(lines).findAll { it.leaf } }
def ids = { lines, start -> lines.findAll { it.startsWith(start) }.collect { it.substring(8).split(',')[0] } }
// Leaves by what they came to, as the tree shows them.
def outcomes = { lines ->
    def all = leaves(lines)
    def failed = ids(lines, '%FAILED ')
    def ignored = lines.findAll { it.startsWith('%TESTS  ') && it.contains(',@Ignore: ') }.collect { it.substring(8).split(',')[0] }
    assert ids(lines, '%TESTE  ').toSorted() == all*.id.toSorted() : 'each leaf of the tree, once, and nothing else'
    assert lines.count { it.startsWith('%ERROR  ') } == 0
    [failed: all.findAll { it.id in failed }*.shown, ignored: all.findAll { it.id in ignored }*.shown,
        passed: all.findAll { !(it.id in failed) && !(it.id in ignored) }*.shown]
}
def check = 'java.lang.AssertionError: looked at F122 and did not like it'
def cell = 'F122 planted/uniform in Danish'
def gates = ['self-consistency of planted/uniform in Danish >= 0.99', 'coverage of planted/uniform in Danish >= 0.1']
def life = ['F118', 'F119', 'F120', 'F121'].collect { "$it planted/uniform in Danish" as String }

// A class: the whole tree.
def all = told('-classNames', 'it.RedGate')
assert all[0] =~ /^%TESTC  7 /
assert tree(all)*.shown == ['RedGate', 'F122 Euthanasia', 'planted/uniform', cell] +
    [['F118', 'Homosexuality'], ['F119', 'Prostitution'], ['F120', 'Abortion'], ['F121', 'Divorce']]
        .collectMany { ["${it[0]} ${it[1]}" as String, 'planted/uniform', "${it[0]} planted/uniform in Danish" as String] } +
    ['gates'] + gates
assert outcomes(all) == [failed: [cell, gates[0]], ignored: [], passed: life + [gates[1]]]
assert all.contains(check)
def expected = all.indexOf('%EXPECTS')
assert all[expected + 1] == '>= 0.99' && all[all.indexOf('%ACTUALS') + 1] =~ /^-?0\.\d+ \[-?0\.\d+, -?0\.\d+\]$/
assert all.any { it.startsWith('org.opentest4j.AssertionFailedError: Self-consistency of planted/uniform in Danish is ') }

// What a double click looks for: a method by its class, name and parameter types; of a gate the class.
def found = leaves(all).collectEntries { [it.shown, [it.name, it.types]] }
assert found[cell] == ['fails(it.RedGate)', 'dev.cultivar.api.CellResult']
assert life.every { found[it] == ['life(it.RedGate)', ''] }
assert gates.every { found[it] == ['it.RedGate', ''] }

// One method: each gate says that it did not speak.
assert outcomes(told('-test', 'it.RedGate:fails')) == [failed: [cell], ignored: gates, passed: []]

// One cell, and one gate, by the unique ids that the tree told.
def id = { shown -> leaves(all).find { it.shown == shown }.uniqueId }
assert outcomes(told('-classNames', 'it.RedGate', '-uniqueId', id(cell))) == [failed: [cell], ignored: [], passed: []]
def gate = told('-classNames', 'it.RedGate', '-uniqueId', id(gates[0]))
assert outcomes(gate) == [failed: [gates[0]], ignored: [], passed: []]

// A package.
def packages = new File(basedir, 'packages.txt')
packages.text = 'it\n'
def whole = outcomes(told('-packageNameFile', packages.path))
assert whole.failed.toSorted() == [cell, gates[0]].toSorted()
assert whole.passed.containsAll(['F120 planted/perfect-DK in Danish', 'coverage of planted/perfect-DK in Danish >= 0.1'])
assert whole.passed.size() == 5 + 2
true
