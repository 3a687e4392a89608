import { script } from "./quoting.ts";
import { pathOf, type Values } from "./values.ts";

function settings({ issuer, clientId }: Values): string {
  return `ISSUER = ${script(issuer)}
CLIENT_ID = ${script(clientId)}
CLIENT_SECRET = os.environ["MUBAROKAH_CLIENT_SECRET"]`;
}

function machine(values: Values): string {
  return `# pip install requests
import os

import requests

${settings(values)}

answer = requests.post(
    f"{ISSUER}/oauth/token",
    auth=(CLIENT_ID, CLIENT_SECRET),
    data={"grant_type": "client_credentials"},
    timeout=10,
)
answer.raise_for_status()
print(answer.json()["scope"])
`;
}

function signIn(values: Values, redirectUri: string): string {
  return `# pip install flask requests
import base64
import hashlib
import hmac
import os
import secrets
from urllib.parse import urlencode

import requests
from flask import Flask, abort, redirect, request, session

${settings(values)}
REDIRECT_URI = ${script(redirectUri)}

app = Flask(__name__)
app.secret_key = os.environ["SESSION_SECRET"]


@app.get("/login")
def login():
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    state = secrets.token_urlsafe(32)
    session["mubarokah"] = {"state": state, "verifier": verifier}
    query = urlencode({
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "scope": ${script(values.scope)},
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    })
    return redirect(f"{ISSUER}/oauth/authorize?{query}")


@app.get(${script(pathOf(redirectUri))})
def callback():
    pending = session.pop("mubarokah", None)
    state = request.args.get("state", "").encode()
    if not pending or not hmac.compare_digest(pending["state"].encode(), state):
        abort(400)
    if request.args.get("iss") != ISSUER:
        abort(400)
    if "error" in request.args:
        return request.args.get("error_description", "Not signed in."), 403
    answer = requests.post(
        f"{ISSUER}/oauth/token",
        auth=(CLIENT_ID, CLIENT_SECRET),
        data={
            "grant_type": "authorization_code",
            "code": request.args.get("code", ""),
            "code_verifier": pending["verifier"],
            "redirect_uri": REDIRECT_URI,
        },
        timeout=10,
    )
    answer.raise_for_status()
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    user = requests.get(f"{ISSUER}/api/user", headers=headers, timeout=10).json()
    session["user"] = user  # keep user["id"]: it never changes
    return redirect("/")
`;
}

export function pythonSnippet(values: Values): string {
  return values.redirectUri === undefined ? machine(values) : signIn(values, values.redirectUri);
}
