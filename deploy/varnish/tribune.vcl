vcl 4.1;

# Tribune behind Varnish, with documents kept for PURGE_MAX_AGE and dropped by topic the moment something changes.
#
#   varnishd -a :6081 -f tribune.vcl -p http_gzip_support=off        (the application compressed already, also brotli)
#   SITE_URL=https://news.example.org TRUSTED_PROXIES=127.0.0.1 PURGE_URL=http://127.0.0.1:6081/-/purge npm start
#
# Varnish 6 or later; run on Debian's 7.1 in e2e/process/varnish*.process.test.ts. What may be kept is the
# application's word alone (Cache-Control). No address but the hook's own is named below.

import std;

backend application {
    .host = "127.0.0.1";
    .port = "3000";
    .first_byte_timeout = 30s;
    .probe = {
        .url = "/api/health";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may purge: the application's own machines. Stock Varnish cannot check the signature.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.url == "/-/purge") {
        if (req.method != "POST" || client.ip !~ purgers) {
            return (synth(403));
        }
        if (req.http.Cache-Tag !~ "^[\w:.-]+(, [\w:.-]+)*$") {
            return (synth(400));
        }
        # Tags are words with colons, dots and hyphens; a dot matches itself too.
        ban("obj.http.Cache-Tag ~ (^|,\s)(" + regsuball(req.http.Cache-Tag, ", ", "|") + ")(,|$)");
        return (synth(200, "Purged"));
    }

    set req.http.X-Forwarded-Host = req.http.Host;

    # Three forms of a page at most, as in deploy/nginx.
    if (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*(x-)?gzip\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*;\s*q=(1|0\.0*[1-9])") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*(x-)?gzip\s*;\s*q=(1|0\.0*[1-9])") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        set req.http.Accept-Encoding = "identity";
    }

    # A day of grace is for the day the application is away; else a page past its time is asked for anew. A restart
    # is a question that was asked in vain (below).
    if (std.healthy(req.backend_hint) && req.restarts == 0) {
        set req.grace = 0s;
    } else {
        set req.grace = 24h;
    }

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # With cookies too: documents do not depend on them, and what does says so itself.
    return (hash);
}

sub vcl_hash {
    # One site, whatever it is called.
    hash_data(req.url);
    return (lookup);
}

sub vcl_backend_response {
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    set beresp.grace = 24h;
    if (beresp.http.Content-Type ~ "^text/event-stream") {
        set beresp.do_stream = true;
        set beresp.uncacheable = true;
        return (deliver);
    }
    # Built in, next: `private`, `no-store`, Set-Cookie and `Vary: *` are not kept.
}

sub vcl_deliver {
    if (resp.http.X-Away) {
        if (req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
            return (restart);
        }
        unset resp.http.X-Away;
    }
    unset resp.http.Cache-Tag;
    unset resp.http.X-Varnish;
    if (obj.hits > 0 && obj.ttl >= 0s) {
        set resp.http.Cache-Status = resp.http.Cache-Status + ", Varnish; hit";
    } elsif (obj.hits > 0) {
        set resp.http.Cache-Status = resp.http.Cache-Status + ", Varnish; hit; detail=stale";
    } else {
        set resp.http.Cache-Status = resp.http.Cache-Status + ", Varnish; fwd=miss";
    }
}

sub vcl_backend_error {
    set beresp.http.X-Away = "1";
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Retry-After = "5";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Content-Security-Policy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    set beresp.http.X-Content-Type-Options = "nosniff";
    set beresp.status = 503;
    synthetic({"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>Not available just now</title></head>
<body><main><h1>Not available just now</h1><p>This page cannot be shown at the moment. If you were sending a text, go back: your browser still has it. Please try again in a few seconds.</p><p><a href="/">Front page</a></p></main></body></html>
"});
    return (deliver);
}
