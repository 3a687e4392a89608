#!/bin/sh
# Signs a person in by the authorization code grant with PKCE (RFC 6749, RFC 7636). Needs curl, openssl, sed.
set -eu

redirect_uri=${REDIRECT_URI:-http://localhost:4000/callback}
encoded_uri=$(printf %s "$redirect_uri" | sed 's/:/%3A/g; s#/#%2F#g')

# 1. Secrets of this one sign-in.
verifier=$(openssl rand -hex 32)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=\n')
state=$(openssl rand -hex 16)

# 2. The person signs in.
echo "Open this in a browser, and paste the address you come back to:"
echo "$ISSUER/oauth/authorize?response_type=code&client_id=$CLIENT_ID&redirect_uri=$encoded_uri&scope=view-user&state=$state&code_challenge=$challenge&code_challenge_method=S256"
read -r address

# 3. Is it the answer to our question? Nothing of it is believed before.
parameter() {
  printf %s "$address" | sed -n "s/.*[?&]$1=\([^&#]*\).*/\1/p"
}
[ "$(parameter state)" = "$state" ] || { echo "This is no answer to the sign-in begun here." >&2; exit 1; }
[ -z "$(parameter error)" ] || { echo "No sign-in: $(parameter error)" >&2; exit 1; }

# 4. The code for tokens. The secret goes through stdin: arguments can be seen by everybody on the machine.
answer=$(printf 'user = "%s:%s"\n' "$CLIENT_ID" "$CLIENT_SECRET" | curl -sS -K - "$ISSUER/oauth/token" \
  -d grant_type=authorization_code -d "code=$(parameter code)" -d "code_verifier=$verifier" \
  --data-urlencode "redirect_uri=$redirect_uri")
token=$(printf %s "$answer" | sed -n 's/.*"access_token":"\([^"]*\)".*/\1/p')
[ -n "$token" ] || { echo "$answer" >&2; exit 1; }

# 5. The person's data.
printf 'header = "Authorization: Bearer %s"\n' "$token" | curl -sS -K - "$ISSUER/api/user"
echo
