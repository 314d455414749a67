package decide

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// JudgeKey is the key identifier of the one key whose signatures the judge makes.
const JudgeKey = "judge"

// signing is the judge's key: it protects nothing, and worlds hold its public half, so it is the same everywhere.
func signing() (*ecdsa.PrivateKey, error) {
	scalar := sha256.Sum256([]byte("conformance: the key of the judge's tokens"))
	return ecdsa.ParseRawPrivateKey(elliptic.P256(), scalar[:])
}

// PublicKeys is the JSON Web Key Set of the judge's key.
func PublicKeys() (string, error) {
	key, err := signing()
	if err != nil {
		return "", err
	}
	point, err := key.PublicKey.Bytes()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(`{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","x":"%s","y":"%s"}]}`,
		JudgeKey, base64url(point[1:33]), base64url(point[33:])), nil
}

// Sign is the token as it is sent.
func (t Token) Sign() (string, error) {
	key, err := signing()
	if err != nil {
		return "", err
	}
	claims, err := json.Marshal(t.Claims)
	if err != nil {
		return "", err
	}
	text := base64url([]byte(`{"alg":"ES256","kid":"`+JudgeKey+`","typ":"JWT"}`)) + "." + base64url(claims)
	digest := sha256.Sum256([]byte(text))
	r, s, err := ecdsa.Sign(rand.Reader, key, digest[:])
	if err != nil {
		return "", err
	}
	signature := make([]byte, 64)
	r.FillBytes(signature[:32])
	s.FillBytes(signature[32:])
	if t.Signature != "good" {
		signature[5] ^= 0xff
	}
	return text + "." + base64url(signature), nil
}

func base64url(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// WithTokens is the request with its tokens where they are sent: as header lines, query parameters, cookies.
func (q Request) WithTokens() (Request, error) {
	if len(q.Tokens) == 0 {
		return q, nil
	}
	headers := map[string]Lines{}
	for name, lines := range q.Headers {
		headers[name] = lines
	}
	for _, token := range q.Tokens {
		text, err := token.Sign()
		if err != nil {
			return q, err
		}
		switch at := token.location(); at.in {
		case "query":
			mark := "?"
			for _, c := range q.Path {
				if c == '?' {
					mark = "&"
				}
			}
			q.Path += mark + at.name + "=" + text
		case "cookie":
			headers["cookie"] = append(headers["cookie"][:len(headers["cookie"]):len(headers["cookie"])], at.name+"="+text)
		default:
			headers[at.name] = append(headers[at.name][:len(headers[at.name]):len(headers[at.name])], at.prefix+text)
		}
	}
	q.Headers, q.Tokens = headers, nil
	return q, nil
}
