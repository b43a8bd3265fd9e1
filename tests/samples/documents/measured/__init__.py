"""Layouts that are only measured: no rule is written or changed looking at them.

They were drawn from the facts of the field before the rules met them. One that fails stays as it is
and is counted; what it shows may be mended only through a `development` layout or a fact. Once it has been
looked at, it moves to `once_measured`, and another is to be drawn by somebody who does not write rules.
"""

from tests.samples.documents.measured import applications as applications
from tests.samples.documents.measured import arrivals as arrivals
from tests.samples.documents.measured import asylum as asylum
from tests.samples.documents.measured import births as births
from tests.samples.documents.measured import certificates as certificates
from tests.samples.documents.measured import civil_status as civil_status
from tests.samples.documents.measured import correspondence as correspondence
from tests.samples.documents.measured import courts as courts
from tests.samples.documents.measured import decisions as decisions
from tests.samples.documents.measured import departure as departure
from tests.samples.documents.measured import earnings as earnings
from tests.samples.documents.measured import embassies as embassies
from tests.samples.documents.measured import enforcement as enforcement
from tests.samples.documents.measured import extracts as extracts
from tests.samples.documents.measured import family as family
from tests.samples.documents.measured import hearings as hearings
from tests.samples.documents.measured import identity as identity
from tests.samples.documents.measured import letters as letters
from tests.samples.documents.measured import livelihood as livelihood
from tests.samples.documents.measured import living as living
from tests.samples.documents.measured import notes as notes
from tests.samples.documents.measured import permits as permits
from tests.samples.documents.measured import registration as registration
from tests.samples.documents.measured import removal_orders as removal_orders
from tests.samples.documents.measured import schooling as schooling
from tests.samples.documents.measured import titles as titles
from tests.samples.documents.measured import travel_papers as travel_papers
from tests.samples.documents.measured import union_citizens as union_citizens
from tests.samples.documents.measured import work as work
