-- Each service has its own database; it makes its tables itself.
CREATE DATABASE notification;
CREATE DATABASE auction;
