"""Every url, one line each: verb, path, endpoint, surface, rules. What is not PUBLIC needs a signed-in user."""

from handlers import auth, captcha, health, hosting, houses, moderation, openapi, profile, sms
from handlers.routing import CHANGES, COMMAS, PUBLIC, Row, Upload
from handlers.surfaces import AJAX, REST

AVATAR = Upload("avatar_bytes", ("avatar", "avator"))
HOUSE_IMAGE = Upload("house_picture_bytes", ("house_image",))

ROUTES = (
    # The AJAX surface: the documents D0 and D3
    Row("GET", "/api/pitcode", captcha.picture, AJAX, PUBLIC, answers="image/jpeg"),
    Row("GET", "/api/imagecode", captcha.picture, AJAX, PUBLIC, answers="image/jpeg"),
    Row("POST", "/api/smscode", sms.send, AJAX, PUBLIC),
    Row("POST", "/api/register", auth.register_confirmed, AJAX, PUBLIC),
    Row("POST", "/api/login", auth.login, AJAX, PUBLIC),
    Row("GET", "/api/check_login", auth.check_login, AJAX),
    Row("GET", "/api/logout", auth.logout, AJAX, CHANGES),
    Row("POST", "/api/logout", auth.logout, AJAX),
    Row("GET", "/api/profile", profile.show, AJAX),
    Row("POST", "/api/profile/avatar", profile.set_avatar, AJAX, upload=AVATAR),
    Row("POST", "/api/profile/avator", profile.set_avatar, AJAX, upload=AVATAR),
    Row("GET", "/api/profile/name", profile.show_name, AJAX),
    Row("POST", "/api/profile/name", profile.rename, AJAX),
    Row("GET", "/api/profile/auth", profile.show_real_name, AJAX),
    Row("POST", "/api/profile/auth", profile.set_real_name, AJAX),
    Row("POST", "/api/house/newhouse", hosting.publish_in_yuan, AJAX),
    # The REST surface: the document D2, and everything new
    Row("GET", "/api/v1.0/imagecode/<id>", captcha.picture, REST, PUBLIC, answers="image/jpeg"),
    Row("GET", "/api/v1.0/smscode/<mobile>", sms.send, REST, PUBLIC | CHANGES | COMMAS),
    Row("POST", "/api/v1.0/smscode", sms.send_with_purpose, REST, PUBLIC),
    Row("POST", "/api/v1.0/users", auth.register, REST, PUBLIC),
    Row("POST", "/api/v1.0/sessions", auth.login_either_way, REST, PUBLIC),
    Row("GET", "/api/v1.0/session", auth.check_login, REST),
    Row("DELETE", "/api/v1.0/session", auth.logout, REST),
    Row("POST", "/api/v1.0/password/reset", auth.reset_password, REST, PUBLIC),
    Row("GET", "/api/v1.0/user", profile.show, REST),
    Row("POST", "/api/v1.0/user/avatar", profile.set_avatar, REST, upload=AVATAR),
    Row("PUT", "/api/v1.0/user/name", profile.rename, REST),
    Row("PUT", "/api/v1.0/user/password", auth.change_password, REST),
    Row("GET", "/api/v1.0/user/auth", profile.show_real_name, REST),
    Row("POST", "/api/v1.0/user/auth", profile.set_real_name, REST),
    Row("GET", "/api/v1.0/user/sessions", auth.list_sessions, REST),
    Row("DELETE", "/api/v1.0/user/sessions/<session_id>", auth.end_session, REST),
    Row("GET", "/api/v1.0/areas", houses.areas, REST, PUBLIC),
    Row("GET", "/api/v1.0/facilities", houses.facilities, REST, PUBLIC),
    Row("GET", "/api/v1.0/houses", houses.search, REST, PUBLIC),
    Row("GET", "/api/v1.0/houses/index", houses.index, REST, PUBLIC),
    Row("GET", "/api/v1.0/houses/<house_id>", houses.show, REST, PUBLIC),
    Row("GET", "/api/v1.0/houses/<house_id>/calendar", houses.calendar, REST, PUBLIC),
    Row("GET", "/api/v1.0/user/houses", hosting.mine, REST),
    Row("POST", "/api/v1.0/houses", hosting.publish, REST),
    Row("PUT", "/api/v1.0/houses/<house_id>", hosting.change, REST),
    Row("DELETE", "/api/v1.0/houses/<house_id>", hosting.delete, REST),
    Row("PUT", "/api/v1.0/houses/<house_id>/status", hosting.set_online, REST),
    Row("POST", "/api/v1.0/houses/<house_id>/images", hosting.add_image, REST, upload=HOUSE_IMAGE),
    Row("PUT", "/api/v1.0/houses/<house_id>/images", hosting.order_images, REST),
    Row("DELETE", "/api/v1.0/houses/<house_id>/images/<image_id>", hosting.remove_image, REST),
    Row("PUT", "/api/v1.0/houses/<house_id>/calendar", hosting.block_nights, REST),
    Row("GET", "/api/v1.0/admin/houses", moderation.in_review, REST),
    Row("PUT", "/api/v1.0/admin/houses/<house_id>/review", moderation.review, REST),
    Row("GET", "/api/v1.0/openapi.json", openapi.show, REST, PUBLIC, answers=openapi.MEDIA_TYPE),
    Row("GET", "/docs", openapi.page, REST, PUBLIC, answers="text/html; charset=UTF-8"),
    # For whoever runs it
    Row("GET", "/livez", health.live, REST, PUBLIC),
    Row("GET", "/readyz", health.ready, REST, PUBLIC),
)
