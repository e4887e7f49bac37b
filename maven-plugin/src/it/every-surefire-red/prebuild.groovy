// A module for each runner and version: the same suites, and a plugin in the version that the module's name ends with.
def modules = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).modules.module*.text()
modules.each { module ->
    def (runner, version) = module.split('-')
    def unused = runner == 'surefire' ? '' : '''
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <configuration>
          <skipTests>true</skipTests>
        </configuration>
      </plugin>'''
    def goals = runner == 'surefire' ? '' : '''
        <executions>
          <execution>
            <goals>
              <goal>integration-test</goal>
              <goal>verify</goal>
            </goals>
          </execution>
        </executions>'''
    def folder = new File(basedir, module)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>

  <parent>
    <groupId>dev.cultivar.it</groupId>
    <artifactId>every-surefire-red</artifactId>
    <version>1</version>
  </parent>

  <artifactId>$module</artifactId>

  <build>
    <testSourceDirectory>\${project.basedir}/../src/test/java</testSourceDirectory>
    <plugins>$unused
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-$runner-plugin</artifactId>
        <version>$version</version>
        <configuration>
          <includes>
            <include>**/*Gate.java</include>
          </includes>
          <systemPropertyVariables>
            <cultivar.print>figures</cultivar.print>
          </systemPropertyVariables>
        </configuration>$goals
      </plugin>
    </plugins>
  </build>
</project>
"""
}
true
