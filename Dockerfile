# One static binary on nothing: no shell, no packages, nothing to patch.
FROM golang:1.26-alpine AS build
RUN apk add --no-cache ca-certificates
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION
RUN CGO_ENABLED=0 go build -ldflags "-s -w -X main.version=${VERSION}" -o /out/verbatim ./cmd/verbatim
RUN mkdir /out/data

FROM scratch
# For TLS to Discord and news sites, and for dates in the log.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /usr/local/go/lib/time/zoneinfo.zip /zoneinfo.zip
COPY --from=build /out/verbatim /verbatim
COPY --from=build --chown=65532:65532 /out/data /data
ENV ZONEINFO=/zoneinfo.zip \
    VERBATIM_DATA=/data \
    VERBATIM_HTTP=127.0.0.1:8080
USER 65532:65532
# The only folder that is written to.
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/verbatim", "healthcheck"]
ENTRYPOINT ["/verbatim"]
CMD ["bot"]
