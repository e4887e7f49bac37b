// Follows docs/tutorial.md: writes its files, runs its commands, and compares what they print with what it shows.
// A fence's words say what a block is: a language and a file to write; `sh`, with `red` where the command must fail;
// `text shown` for lines that the last command must print, `...` for lines left out.
def repository = basedir.toPath().resolve('../../../..').normalize()
def tutorial = repository.resolve('docs/tutorial.md').toFile().readLines('UTF-8')
def folder = new File(basedir, 'from-empty')
folder.deleteDir()
folder.mkdirs()

def downloaded = (new File(basedir, 'pom.xml').text =~ /<downloaded-before>(.*)<\/downloaded-before>/)[0][1]
def settings = new File(basedir, 'settings.xml')
settings.text = repository.resolve('maven-plugin/src/it/settings.xml').toFile().text.replace('@localRepositoryUrl@', downloaded)
def mvn = "'${System.getProperty('maven.home')}/bin/mvn' -s '${settings}' -Dmaven.repo.local='${localRepositoryPath}'"

def printed = ''
def commands = 0
def files = 0
for (int at = 0; at < tutorial.size(); at++) {
    def fence = tutorial[at] =~ /^```(\w+) ?(.*)$/
    if (!fence) {
        continue
    }
    def (language, words) = [fence[0][1], fence[0][2].trim()]
    def block = []
    while (tutorial[++at] != '```') {
        block << tutorial[at]
    }
    if (language == 'sh' && words == 'once') {
        continue // the build that this is a part of has put the engine and the plugin into its repository
    } else if (language == 'sh') {
        def script = block.join('\n').replaceAll(/(?m)^mvn /, java.util.regex.Matcher.quoteReplacement(mvn + ' '))
        def process = new ProcessBuilder('bash', '-e', '-c', script).directory(folder).redirectErrorStream(true).start()
        process.outputStream.close()
        printed = process.inputStream.getText('UTF-8')
        def red = process.waitFor() != 0
        assert red == (words == 'red') : "${block} came out ${red ? 'red' : 'green'}:\n${printed}"
        commands++
    } else if (words == 'shown') {
        def lines = printed.readLines()*.trim()
        block.findAll { it.trim() && it.trim() != '...' }.each { line ->
            assert lines.contains(line.trim()) : "docs/tutorial.md shows a line that the command does not print: ${line}\n${printed}"
        }
    } else if (words) {
        def file = new File(folder, words)
        file.parentFile.mkdirs()
        file.setText(block.join('\n') + '\n', 'UTF-8')
        files++
    }
}
assert commands >= 5 && files >= 3 : "only ${commands} commands and ${files} files were found in docs/tutorial.md"
