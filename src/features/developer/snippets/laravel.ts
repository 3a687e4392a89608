import { php } from "./quoting.ts";
import { pathOf, type Values } from "./values.ts";

function settings({ issuer, clientId, scope }: Values, redirectUri: string): string {
  return `// .env
// MUBAROKAH_CLIENT_SECRET=…

// config/services.php
'mubarokah' => [
    'issuer' => ${php(issuer)},
    'client_id' => ${php(clientId)},
    'client_secret' => env('MUBAROKAH_CLIENT_SECRET'),
    'redirect' => ${php(redirectUri)},
    'scope' => ${php(scope)},
],
`;
}

export function laravelSnippet(values: Values, redirectUri: string): string {
  return `${settings(values, redirectUri)}
// routes/web.php
use Illuminate\\Http\\Request;
use Illuminate\\Support\\Facades\\Http;
use Illuminate\\Support\\Facades\\Route;
use Illuminate\\Support\\Str;

Route::get('/login', function (Request $request) {
    $mubarokah = config('services.mubarokah');
    [$state, $verifier] = [Str::random(40), Str::random(64)];
    $request->session()->put('mubarokah', compact('state', 'verifier'));

    return redirect()->away($mubarokah['issuer'].'/oauth/authorize?'.http_build_query([
        'response_type' => 'code',
        'client_id' => $mubarokah['client_id'],
        'redirect_uri' => $mubarokah['redirect'],
        'scope' => $mubarokah['scope'],
        'state' => $state,
        'code_challenge' => rtrim(strtr(base64_encode(hash('sha256', $verifier, true)), '+/', '-_'), '='),
        'code_challenge_method' => 'S256',
    ]));
})->name('login');

Route::get(${php(pathOf(redirectUri))}, function (Request $request) {
    $mubarokah = config('services.mubarokah');
    $pending = $request->session()->pull('mubarokah');
    abort_unless($pending && hash_equals($pending['state'], (string) $request->query('state')), 400);
    abort_unless($request->query('iss') === $mubarokah['issuer'], 400);
    abort_if($request->has('error'), 403, (string) $request->query('error_description'));

    $tokens = Http::asForm()->acceptJson()->post($mubarokah['issuer'].'/oauth/token', [
        'grant_type' => 'authorization_code',
        'client_id' => $mubarokah['client_id'],
        'client_secret' => $mubarokah['client_secret'],
        'redirect_uri' => $mubarokah['redirect'],
        'code' => $request->query('code'),
        'code_verifier' => $pending['verifier'],
    ])->throw()->json();

    $user = Http::withToken($tokens['access_token'])->acceptJson()
        ->get($mubarokah['issuer'].'/api/user')->throw()->json();

    $request->session()->regenerate();
    $request->session()->put('user', $user); // keep $user['id']: it never changes

    return redirect('/');
});
`;
}
