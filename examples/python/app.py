import base64
import hashlib
import hmac
import logging
import os
import secrets
from urllib.parse import urlencode

import requests
from flask import Flask, abort, redirect, request, session

ISSUER = os.environ["ISSUER"]
CREDENTIALS = (os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
REDIRECT_URI = os.environ.get("REDIRECT_URI", "http://localhost:4000/callback")

app = Flask(__name__)
app.secret_key = os.environ["SESSION_SECRET"]
app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")


@app.get("/login")
def login():
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    state = secrets.token_urlsafe(32)
    session["mubarokah"] = {"state": state, "verifier": verifier}
    query = urlencode({
        "response_type": "code",
        "client_id": CREDENTIALS[0],
        "redirect_uri": REDIRECT_URI,
        "scope": "view-user",
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    })
    return redirect(f"{ISSUER}/oauth/authorize?{query}")


@app.get("/callback")
def callback():
    pending = session.pop("mubarokah", None)
    # Nothing of the address is believed before these two.
    state = request.args.get("state", "").encode()
    if not pending or not hmac.compare_digest(pending["state"].encode(), state):
        abort(400)
    if request.args.get("iss") != ISSUER:
        abort(400)
    if request.args.get("error") == "access_denied":
        return "You did not sign in."
    answer = requests.post(
        f"{ISSUER}/oauth/token",
        auth=CREDENTIALS,
        data={
            "grant_type": "authorization_code",
            "code": request.args.get("code", ""),
            "code_verifier": pending["verifier"],
            "redirect_uri": REDIRECT_URI,
        },
        timeout=10,
    )
    if not answer.ok:
        told = answer.json()
        logging.error("%s %s: %s %s", told["error"], told["reason"], told["hint"], told["request_id"])
        abort(502)
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    person = requests.get(f"{ISSUER}/api/user", headers=headers, timeout=10)
    person.raise_for_status()
    session.clear()
    # The id is the key; an e-mail address may be missing, and may change.
    session["user"] = {"id": person.json()["id"], "name": person.json()["name"]}
    return redirect("/")


@app.get("/")
def home():
    if "user" not in session:
        return redirect("/login")
    return {"hello": session["user"]["name"]}
