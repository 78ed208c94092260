"""Every url, one line each: verb, path, endpoint, surface, rules. What is not PUBLIC needs a signed-in user."""

from handlers import auth, captcha, health, profile, sms
from handlers.routing import CHANGES, PUBLIC, Row
from handlers.surfaces import AJAX, REST

ROUTES = (
    # The AJAX surface: the documents D0 and D3
    Row("GET", "/api/pitcode", captcha.picture, AJAX, PUBLIC),
    Row("GET", "/api/imagecode", captcha.picture, AJAX, PUBLIC),
    Row("POST", "/api/smscode", sms.send, AJAX, PUBLIC),
    Row("POST", "/api/register", auth.register_confirmed, AJAX, PUBLIC),
    Row("POST", "/api/login", auth.login, AJAX, PUBLIC),
    Row("GET", "/api/check_login", auth.check_login, AJAX),
    Row("GET", "/api/logout", auth.logout, AJAX, CHANGES),
    Row("POST", "/api/logout", auth.logout, AJAX),
    Row("GET", "/api/profile", profile.show, AJAX),
    Row("POST", "/api/profile/avatar", profile.set_avatar, AJAX, body="avatar_bytes"),
    Row("POST", "/api/profile/avator", profile.set_avatar, AJAX, body="avatar_bytes"),
    Row("GET", "/api/profile/name", profile.show_name, AJAX),
    Row("POST", "/api/profile/name", profile.rename, AJAX),
    Row("GET", "/api/profile/auth", profile.show_real_name, AJAX),
    Row("POST", "/api/profile/auth", profile.set_real_name, AJAX),
    # The REST surface: the document D2, and everything new
    Row("GET", "/api/v1.0/imagecode/<id>", captcha.picture, REST, PUBLIC),
    Row("GET", "/api/v1.0/smscode/<mobile>", sms.send_for_register, REST, PUBLIC | CHANGES),
    Row("POST", "/api/v1.0/smscode", sms.send_with_purpose, REST, PUBLIC),
    Row("POST", "/api/v1.0/users", auth.register, REST, PUBLIC),
    Row("POST", "/api/v1.0/sessions", auth.login_either_way, REST, PUBLIC),
    Row("GET", "/api/v1.0/session", auth.check_login, REST),
    Row("DELETE", "/api/v1.0/session", auth.logout, REST),
    Row("POST", "/api/v1.0/password/reset", auth.reset_password, REST, PUBLIC),
    Row("GET", "/api/v1.0/user", profile.show, REST),
    Row("POST", "/api/v1.0/user/avatar", profile.set_avatar, REST, body="avatar_bytes"),
    Row("PUT", "/api/v1.0/user/name", profile.rename, REST),
    Row("PUT", "/api/v1.0/user/password", auth.change_password, REST),
    Row("GET", "/api/v1.0/user/auth", profile.show_real_name, REST),
    Row("POST", "/api/v1.0/user/auth", profile.set_real_name, REST),
    Row("GET", "/api/v1.0/user/sessions", auth.list_sessions, REST),
    Row("DELETE", "/api/v1.0/user/sessions/<session_id>", auth.end_session, REST),
    # For whoever runs it
    Row("GET", "/livez", health.live, REST, PUBLIC),
    Row("GET", "/readyz", health.ready, REST, PUBLIC),
)
