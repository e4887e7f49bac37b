package dev.cultivar.model.http;

import dev.cultivar.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Trusts the certificates in a PEM file in addition to those that the JVM trusts. */
record TrustedAuthorities(SSLContext tls, X509TrustManager trust) {

    static TrustedAuthorities of(String endpoint, Path pem) {
        try {
            X509TrustManager trust = trust(pem);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return new TrustedAuthorities(context, trust);
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsException(
                    "Endpoint " + endpoint + ": option ca names " + pem
                            + ", which is not a readable PEM file of certificates.",
                    e);
        }
    }

    void addTo(OkHttpClient.Builder client) {
        client.sslSocketFactory(tls.getSocketFactory(), trust);
    }

    private static X509TrustManager trust(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (X509Certificate known : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("jvm-" + count++, known);
        }
        Collection<? extends Certificate> added;
        try (InputStream in = Files.newInputStream(pem)) {
            added = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (added.isEmpty()) {
            throw new IOException("no certificate");
        }
        for (Certificate certificate : added) {
            store.setCertificateEntry("own-" + count++, certificate);
        }
        return manager(store);
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("this JVM has no X.509 trust manager");
    }
}
