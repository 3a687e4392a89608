<?php

// routes/web.php; config/services.php has 'mubarokah' => ['issuer', 'client_id', 'client_secret', 'redirect'], from the environment.

use App\Models\User;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Auth;
use Illuminate\Support\Facades\Http;
use Illuminate\Support\Facades\Log;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\Str;

Route::get('/login', function (Request $request) {
    ['issuer' => $issuer, 'client_id' => $clientId, 'redirect' => $redirect] = config('services.mubarokah');
    [$state, $verifier] = [Str::random(40), Str::random(64)];
    $request->session()->put('mubarokah', compact('state', 'verifier'));

    return redirect()->away($issuer.'/oauth/authorize?'.http_build_query([
        'response_type' => 'code',
        'client_id' => $clientId,
        'redirect_uri' => $redirect,
        'scope' => 'view-user',
        'state' => $state,
        'code_challenge' => rtrim(strtr(base64_encode(hash('sha256', $verifier, true)), '+/', '-_'), '='),
        'code_challenge_method' => 'S256',
    ]));
})->name('login');

Route::get('/callback', function (Request $request) {
    ['issuer' => $issuer, 'redirect' => $redirect] = $settings = config('services.mubarokah');
    $pending = $request->session()->pull('mubarokah');

    // Nothing of the address is believed before these two.
    abort_unless($pending && hash_equals($pending['state'], (string) $request->query('state')), 400);
    abort_unless($request->query('iss') === $issuer, 400);
    if ($request->query('error') === 'access_denied') {
        return redirect('/')->with('status', 'You did not sign in.');
    }

    $answer = Http::asForm()->acceptJson()
        ->withBasicAuth($settings['client_id'], $settings['client_secret'])
        ->post($issuer.'/oauth/token', [
            'grant_type' => 'authorization_code',
            'redirect_uri' => $redirect,
            'code' => $request->query('code'),
            'code_verifier' => $pending['verifier'],
        ]);
    if ($answer->failed()) {
        // Never the body's neighbours: a code or a token must not come into a log.
        Log::error('mubarokah', $answer->json() ? collect($answer->json())->only(['error', 'reason', 'hint', 'request_id'])->all() : []);
        abort(502);
    }

    $person = Http::withToken($answer->json('access_token'))->acceptJson()->get($issuer.'/api/user')->throw()->json();

    // The id is the key; an e-mail address may be missing, and may change.
    $user = User::updateOrCreate(['mubarokah_id' => $person['id']], ['name' => $person['name'], 'email' => $person['email']]);
    Auth::login($user);
    $request->session()->regenerate();

    return redirect()->intended('/');
});
