"""What is typed while signing in: allauth's forms with our fields and our words.

The library checks what is typed; here each box is drawn as every other box of the site, and asked for in
plain words.
"""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.forms import Field

from goldenthread.ui.fields import EmailField, PasswordField, TextField
from goldenthread.ui.forms import Form


def address_field() -> EmailField:
    return EmailField(label="E-mail address", called="your e-mail address", autocomplete="username")


def password_field(label: str, called: str, *, new: bool = False, hint: str = "") -> PasswordField:
    """A box for a password; a new one is made up or kept by the browser's own store."""
    kind = "new-password" if new else "current-password"
    return PasswordField(label=label, called=called, autocomplete=kind, help_text=hint)


class PlainForm(Form):
    """One of allauth's forms, its boxes taken by ours."""

    dense = False

    def take(self, **fields: Field) -> None:
        """Our fields in the place of the library's, in this order; boxes that we do not offer go."""
        for name in [name for name in self.fields if name not in fields]:
            del self.fields[name]
        for name, field in fields.items():
            self.fields[name] = field
        self.order_fields(fields)


class SignInForm(PlainForm, account.LoginForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(login=address_field(), password=password_field("Password", "your password"))


class PasswordAgainForm(PlainForm, account.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(password=password_field("Your password", "your password"))


class _NewPassword(PlainForm):
    """Two boxes for a new password."""

    def new_password(self) -> dict[str, Field]:
        hint = "At least 12 letters. Three words that do not belong together are easy to keep in mind."
        first = password_field("New password", "the new password", new=True, hint=hint)
        again = password_field("New password again", "the new password again", new=True)
        return {"password1": first, "password2": again}

    def clean_password1(self) -> str:
        """The rules that `AUTH_PASSWORD_VALIDATORS` sets, checked without any network."""
        password: str = self.cleaned_data["password1"]
        return str(account.get_adapter().clean_password(password, user=self.user))  # type: ignore[attr-defined]  # allauth's form has it


class ChangePasswordForm(_NewPassword, account.ChangePasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        now = password_field("The password you have now", "the password you have now")
        self.take(oldpassword=now, **self.new_password())


class SetPasswordForm(_NewPassword, account.SetPasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(**self.new_password())


class NewPasswordForm(_NewPassword, account.ResetPasswordKeyForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(**self.new_password())


class ForgottenPasswordForm(PlainForm, account.ResetPasswordForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(email=address_field())


def code_field(label: str) -> TextField:
    return TextField(label=label, called="the code", autocomplete="one-time-code", width="10", max_length=20)


class CodeForm(PlainForm, mfa.AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(code=code_field("Code from your app, or a recovery code"))


class CodeAgainForm(PlainForm, mfa.ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(code=code_field("Code from your app, or a recovery code"))


class SetUpAppForm(PlainForm, totp.ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.take(code=code_field("The six digits that the app shows now"))


class RemoveAppForm(PlainForm, totp.DeactivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """Nothing is typed: removing is confirmed by the button."""


class AddPasskeyForm(PlainForm, webauthn.AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A name for the passkey; what the browser made comes in a hidden box."""

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        name = TextField(
            label="A name for it",
            called="a name for the passkey",
            help_text="So that you know it among others, as in “my work laptop”.",
            max_length=60,
            required=False,
        )
        self.take(name=name, credential=self.fields["credential"])

    def clean(self) -> dict[str, Any]:
        """A passkey stands for both factors, so it must have asked for a PIN, a finger or a face."""
        self.cleaned_data["passwordless"] = True
        return dict(super().clean() or {})
