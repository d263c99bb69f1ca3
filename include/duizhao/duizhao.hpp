// Everything: the umbrella header.
#pragma once

#include "duizhao/aligner.hpp"
#include "duizhao/alignment.hpp"
#include "duizhao/beads.hpp"
#include "duizhao/byte_range.hpp"
#include "duizhao/corpus.hpp"
#include "duizhao/document.hpp"
#include "duizhao/error.hpp"
#include "duizhao/export.hpp"
#include "duizhao/file.hpp"
#include "duizhao/formats.hpp"
#include "duizhao/lexicon.hpp"
#include "duizhao/messages.hpp"
#include "duizhao/read_document.hpp"
#include "duizhao/report.hpp"
#include "duizhao/segmenter.hpp"
#include "duizhao/version.hpp"
