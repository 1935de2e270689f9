import gc
import sys

import gvkaart.ui.swift


def test_pyside_reads_no_source_of_a_module_that_is_imported() -> None:
    sys.modules.pop("colorsys", None)
    import colorsys  # one that nothing here uses

    looked_at = sys.modules["shibokensupport.feature"].pyside_feature_dict
    assert colorsys.__name__ not in looked_at


def test_cycles_are_looked_for_seldom() -> None:
    assert gc.get_threshold()[0] == gvkaart.ui.swift.GARBAGE_THRESHOLD
