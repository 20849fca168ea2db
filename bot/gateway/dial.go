package gateway

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/url"
)

// dialFunc connects to an address in plain text.
type dialFunc func(ctx context.Context, network, addr string) (net.Conn, error)

// dialTLS connects through dial and speaks TLS to addr's host.
func dialTLS(ctx context.Context, dial dialFunc, network, addr string) (net.Conn, error) {
	c, err := dial(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		_ = c.Close()
		return nil, err
	}
	t := tls.Client(c, &tls.Config{ServerName: host, MinVersion: tls.VersionTLS12})
	if err := t.HandshakeContext(ctx); err != nil {
		_ = c.Close()
		return nil, err
	}
	return t, nil
}

// dialDirect connects to addr, through the proxy that HTTPS_PROXY and NO_PROXY name if they name one.
func dialDirect(ctx context.Context, network, addr string) (net.Conn, error) {
	proxy, err := http.ProxyFromEnvironment(&http.Request{URL: &url.URL{Scheme: "https", Host: addr}})
	if err != nil {
		return nil, err
	}
	if proxy == nil {
		return new(net.Dialer).DialContext(ctx, network, addr)
	}
	return dialProxy(ctx, proxy, addr)
}

// dialProxy asks an HTTP proxy for a tunnel to addr.
func dialProxy(ctx context.Context, proxy *url.URL, addr string) (net.Conn, error) {
	at, dial := proxy.Host, dialFunc(new(net.Dialer).DialContext)
	if proxy.Port() == "" {
		at = net.JoinHostPort(proxy.Hostname(), map[string]string{"http": "80", "https": "443"}[proxy.Scheme])
	}
	if proxy.Scheme == "https" {
		plain := dial
		dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
			return dialTLS(ctx, plain, network, addr)
		}
	}
	c, err := dial(ctx, "tcp", at)
	if err != nil {
		return nil, fmt.Errorf("proxy %s: %w", at, err)
	}
	defer context.AfterFunc(ctx, func() { _ = c.Close() })()
	ask := &http.Request{Method: http.MethodConnect, URL: &url.URL{Opaque: addr}, Host: addr, Header: http.Header{}}
	if u := proxy.User; u != nil {
		pass, _ := u.Password()
		ask.Header.Set("Proxy-Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(u.Username()+":"+pass)))
	}
	if err := ask.Write(c); err != nil {
		_ = c.Close()
		return nil, fmt.Errorf("proxy %s: %w", at, err)
	}
	// Nothing can follow the answer before we speak, so the buffered reader holds no byte of the tunnel.
	res, err := http.ReadResponse(bufio.NewReader(c), ask)
	if err != nil {
		_ = c.Close()
		return nil, fmt.Errorf("proxy %s: %w", at, err)
	}
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK {
		_ = c.Close()
		return nil, fmt.Errorf("proxy %s: %s", at, res.Status)
	}
	return c, nil
}
