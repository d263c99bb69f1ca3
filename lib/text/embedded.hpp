// Small data files of data/, compiled into the library.
#pragma once

#include <map>
#include <string_view>
#include <vector>

namespace duizhao::text {

// One for each file; the build writes their definitions.
extern const std::string_view kAbbreviations;
extern const std::string_view kAffirmative;
extern const std::string_view kAskingRoles;
extern const std::string_view kAlignerModel;
extern const std::string_view kBeadLengths;
extern const std::string_view kChineseHiddenDenials;
extern const std::string_view kFindingModel;
extern const std::string_view kCommonWords;
extern const std::string_view kContractions;
extern const std::string_view kDenials;
extern const std::string_view kEnglishHiddenDenials;
extern const std::string_view kEnglishMonths;
extern const std::string_view kEnglishNumbers;
extern const std::string_view kMayRepeat;
extern const std::string_view kMeasureWords;
extern const std::string_view kModality;
extern const std::string_view kModals;
extern const std::string_view kNegations;
extern const std::string_view kNeverDoubled;
extern const std::string_view kNotSpeakers;
extern const std::string_view kNumberContexts;
extern const std::string_view kNumberWords;
extern const std::string_view kNumbersInChinese;
extern const std::string_view kNumbersInEnglish;
extern const std::string_view kPageFrame;
extern const std::string_view kPageScript;
extern const std::string_view kBookStyle;
extern const std::string_view kPageStyle;
extern const std::string_view kParticles;
extern const std::string_view kPronouns;
extern const std::string_view kQuestions;
extern const std::string_view kReportingVerbs;
extern const std::string_view kSentenceStarters;
extern const std::string_view kSpeakerRoles;
extern const std::string_view kSpelling;
extern const std::string_view kStops;
extern const std::string_view kSyllables;
extern const std::string_view kTracingModel;
extern const std::string_view kWeakWords;
extern const std::string_view kWordClasses;
extern const std::string_view kPlaces;
extern const std::string_view kTransliteration;
extern const std::string_view kUnits;
extern const std::string_view kSetPhrases;  // English phrases that look like denials
extern const std::string_view kWordLinksChinese;
extern const std::string_view kWordLinksEnglish;

/// The lines of a data file without comments (from `#` at a line's beginning) and empty lines.
std::vector<std::string_view> entries(std::string_view file);

/// The entries of one section of a data file: those between the line `[name]` and the next such
/// line. Throws std::logic_error if there is no such section.
std::vector<std::string_view> section(std::string_view file, std::string_view name);

/// All sections by their names, for files with many.
std::map<std::string_view, std::vector<std::string_view>> sections(std::string_view file);

/// The number that a cell of a data file is. Throws std::logic_error if it is none.
double number_in(std::string_view cell);

}  // namespace duizhao::text
