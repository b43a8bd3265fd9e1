"""Documents of all types of the domain, each in one or more layouts."""

from tests.samples.documents import applications as applications
from tests.samples.documents import asylum as asylum
from tests.samples.documents import departure as departure
from tests.samples.documents import education as education
from tests.samples.documents import family as family
from tests.samples.documents import fresh as fresh
from tests.samples.documents import housing as housing
from tests.samples.documents import identity as identity
from tests.samples.documents import internal as internal
from tests.samples.documents import justice as justice
from tests.samples.documents import letters as letters
from tests.samples.documents import living as living
from tests.samples.documents import measured as measured
from tests.samples.documents import once_measured as once_measured
from tests.samples.documents import titles as titles
from tests.samples.documents import variants as variants
from tests.samples.documents import work as work
from tests.samples.documents.layouts import LAYOUTS as LAYOUTS
