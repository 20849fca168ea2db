"""mask.py OUT: a copy of the installed onnxruntime (the version in requirements.txt) that does not see AVX-512 and AVX-VNNI, in the folder
OUT: `PYTHONPATH=OUT python speed.py ...` then compares with its kernels for AVX2. It cannot be told so otherwise."""
import glob, os, shutil, sys
import onnxruntime

out = sys.argv[1] + '/onnxruntime'
shutil.copytree(os.path.dirname(onnxruntime.__file__), out, dirs_exist_ok=True)
f = glob.glob(out + '/capi/onnxruntime_pybind11_state*.so')[0]; b = open(f, 'rb').read()
for what, was, now in (('AVX512F, bit 16 of cpuid 7 ebx', '41f7c200000100740e', '41f7c200000000740e'), ('AVX-VNNI, bit 4 of cpuid 7.1 eax', '0fa2a8107438', '0fa2a8007438')):
    was, now = bytes.fromhex(was), bytes.fromhex(now)
    assert b.count(was) == 1, (what, b.count(was))
    b = b.replace(was, now)
open(f, 'wb').write(b)
