def project = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml'))
def modules = project.modules.module*.text()
def engine = project.properties.'engine.version'.text()
modules.each { module ->
    def folder = new File(basedir, module)
    folder.mkdirs()
    new File(folder, 'pom.xml').text = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>

  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>${module.split('-')[1]}</version>
    <relativePath />
  </parent>

  <groupId>dev.cultivar.it</groupId>
  <artifactId>$module</artifactId>
  <version>1</version>

  <dependencies>
    <dependency>
      <groupId>dev.cultivar</groupId>
      <artifactId>cultivar-junit-engine</artifactId>
      <version>$engine</version>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <scope>test</scope>
    </dependency>
  </dependencies>

  <build>
    <testSourceDirectory>\${project.basedir}/../src/test/java</testSourceDirectory>
    <plugins>
      <plugin>
        <groupId>dev.cultivar</groupId>
        <artifactId>cultivar-maven-plugin</artifactId>
        <version>$engine</version>
      </plugin>
    </plugins>
  </build>
</project>
"""
}
true
