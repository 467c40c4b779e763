"""How people show who they are: django-allauth with the flows that we offer, and time limits."""

from goldenthread.config.sign_in_environment import SIGN_IN_ENVIRONMENT

SIGNING_IN_APPS = [
    "goldenthread.accounts.signing_in",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"

# Who someone is: an e-mail address, given by invitation. Nobody signs up.
ACCOUNT_ADAPTER = "goldenthread.accounts.signing_in.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation's link has proved the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # both answers send one letter, and so take as long
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True  # the time limits below decide, not a tick box
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the other sessions end, this one goes on
ACCOUNT_FORMS = {
    name: f"goldenthread.accounts.signing_in.forms.{form}"
    for name, form in {
        "login": "SignInForm",
        "reauthenticate": "PasswordAgainForm",
        "change_password": "ChangePasswordForm",
        "set_password": "SetPasswordForm",
        "reset_password": "ForgottenPasswordForm",
        "reset_password_from_key": "NewPasswordForm",
    }.items()
}
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "reset_password": "10/m/ip,3/h/key",
}
ACCOUNT_REAUTHENTICATION_TIMEOUT = SIGN_IN_ENVIRONMENT.minutes_to_ask_again * 60

# The second factor
MFA_ADAPTER = "goldenthread.accounts.signing_in.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False
MFA_TOTP_ISSUER = "Golden Thread"
MFA_FORMS = {
    name: f"goldenthread.accounts.signing_in.forms.{form}"
    for name, form in {
        "authenticate": "CodeForm",
        "reauthenticate": "CodeAgainForm",
        "activate_totp": "SetUpAppForm",
        "deactivate_totp": "RemoveAppForm",
        "add_webauthn": "AddPasskeyForm",
    }.items()
}
SECOND_FACTOR_REQUIRED = True
"""False in the demonstration and in tests alone: there is no variable for it."""

# Council and NHS sign-in
SOCIALACCOUNT_ADAPTER = "goldenthread.accounts.signing_in.adapters.ProviderAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = (
    False  # we join by an invited address that the provider verified, ourselves
)
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": SIGN_IN_ENVIRONMENT.sign_in_providers}}
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "sign-in/with"

# Sessions
SESSION_ENGINE = "goldenthread.accounts.signing_in.sessions"
SESSION_COOKIE_AGE = SIGN_IN_ENVIRONMENT.session_hours * 60 * 60
SESSION_IDLE_SECONDS = SIGN_IN_ENVIRONMENT.session_idle_minutes * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
ALLAUTH_TRUSTED_PROXY_COUNT = SIGN_IN_ENVIRONMENT.proxies

# Counted in the database, so that every process on every machine counts together
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "signing_in_cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60
